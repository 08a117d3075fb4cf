import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { html, useBrowser } from '../portal/page.test-support.ts';
import { FocusTours, type Tour } from './focus.ts';

const pageFor = useBrowser();

const USUAL = "sur l'écran d'un ordinateur";
const FORCED = 'en couleurs forcées';

async function made(t: Parameters<typeof pageFor>[0], body: string): Promise<readonly Tour[]> {
  const page = await pageFor(t);
  await page.setContent(html(body));
  const tours = new FocusTours(page);
  await tours.look({ name: 'Étape 1', kind: 'page' }, [USUAL, FORCED]);
  return tours.made;
}

const FIELDS =
  '<label>Nom <input id="nom"></label><label>Ville <input id="ville"></label><a href="#x">Aide</a>';

describe('the keyboard on a page', { concurrency: 4 }, () => {
  it('stops at each thing, in order, and shows where it is', async (t) => {
    const tours = await made(
      t,
      `<p style="height:1500px">Haut</p>${FIELDS}<button disabled>Valider</button>`,
    );
    for (const { stops, unseen, trap } of tours)
      assert.deepEqual(
        [stops, unseen, trap],
        [['champ « Nom »', 'champ « Ville »', 'lien « Aide »'], [], []],
      );
    assert.deepEqual(
      tours.map(({ setting }) => setting),
      [USUAL, FORCED],
    );
  });

  it('is not seen on the one field that has no outline, whose caret is not enough', async (t) => {
    const [usual, forced] = await made(t, `<style>#ville { outline: none !important }</style>${FIELDS}`);
    assert.deepEqual([usual?.unseen, forced?.unseen], [['champ « Ville »'], ['champ « Ville »']]);
  });

  it('is not seen by a text that Tab selects, nor by a caret in large letters', async (t) => {
    const [usual, forced] = await made(
      t,
      `<style>input { font-size: 20px } input:focus { outline: none }</style>
       <label>Ville <input value="Saint-Étienne"></label><label>Pays <input></label>`,
    );
    assert.deepEqual([usual?.unseen.length, forced?.unseen.length], [2, 2]);
  });

  it('is seen by a shadow, but not once colours are forced', async (t) => {
    const [usual, forced] = await made(
      t,
      `<style>:focus-visible { outline: none; box-shadow: 0 0 0 3px #0a76f6 }</style>${FIELDS}`,
    );
    assert.deepEqual(usual?.unseen, []);
    assert.equal(forced?.unseen.length, 3);
  });

  it('is not seen by a change that no eye sees', async (t) => {
    const [usual] = await made(t, `<style>:focus-visible { outline: 3px solid #fdfdfd }</style>${FIELDS}`);
    assert.equal(usual?.unseen.length, 3);
  });

  it('is seen on what comes with the focus, and on the label that draws a box', async (t) => {
    const [usual] = await made(
      t,
      `<style>.saut { position: absolute; left: -9999px } .saut:focus { left: 0 }
        #c { position: absolute; opacity: 0 } #c:focus-visible + label { outline: 2px solid }</style>
       <a class="saut" href="#x">Aller au contenu</a><p>Texte</p><p>
       <input type="checkbox" id="c"><label for="c">J’accepte</label></p>`,
    );
    assert.deepEqual(usual?.unseen, []);
    assert.equal(usual?.stops.length, 2);
  });

  it('is not seen on what stays out of the screen', async (t) => {
    const [usual] = await made(t, '<p><a href="#x" style="position:absolute;left:-9999px">Caché</a></p>');
    assert.deepEqual(usual?.unseen, ['lien « Caché »']);
  });

  it('is seen below what a page says of each field that is left', async (t) => {
    const field =
      '<label>Nom <input onblur="this.nextElementSibling.style.height = \'400px\'"><p></p></label>';
    const [usual, forced] = await made(t, `${field.repeat(4)}<button>Valider</button>`);
    assert.deepEqual([usual?.unseen, forced?.unseen], [[], []]);
    assert.equal(usual?.stops.length, 5);
  });

  it('is trapped among things that it can’t leave', async (t) => {
    const [usual] = await made(
      t,
      `${FIELDS}<script>addEventListener('keydown', (event) => {
        if (event.key !== 'Tab' || event.target.id !== 'ville') return;
        event.preventDefault(); document.getElementById('nom').focus();
      })</script>`,
    );
    assert.deepEqual(new Set(usual?.trap), new Set(['champ « Nom »', 'champ « Ville »']));
  });
});
