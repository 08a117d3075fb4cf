import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { html, useBrowser } from '../portal/page.test-support.ts';
import { type Laid, Layouts } from './layouts.ts';
import type { SettingName } from './settings.ts';

const pageFor = useBrowser();

const NARROW = 'à 320 pixels de large';
const LARGE = 'avec un texte agrandi à 200 %';
const VIEWPORT = '<meta name="viewport" content="width=device-width">';

async function laid(
  t: Parameters<typeof pageFor>[0],
  body: string,
  setting: SettingName = NARROW,
): Promise<Laid> {
  const page = await pageFor(t);
  await page.setContent(html(VIEWPORT + body));
  const layouts = new Layouts(page);
  await layouts.look({ name: 'Étape 1', kind: 'page' }, [setting]);
  assert.equal(layouts.read.length, 1);
  return layouts.read[0] as Laid;
}

describe('a page on a small screen', { concurrency: 4 }, () => {
  it('loses nothing where all goes to the line', async (t) => {
    const { overflow, cut, lost, overlapping } = await laid(
      t,
      `<h1>Un titre assez long pour passer à la ligne sur un petit écran</h1><p>Du texte</p>
       <span style="position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)">Pour l’oreille seule</span>
       <div style="overflow-x:auto"><table style="width:900px"><tr><td>Un tableau dans sa propre boîte</td></tr></table></div>
       <label>Nom <input></label> <button>Valider</button>`,
    );
    assert.deepEqual([overflow.by, cut, lost, overlapping], [0, [], [], []]);
  });

  it('is wider than the screen by what has a fixed width', async (t) => {
    const { overflow, where } = await laid(t, '<p id="large" style="width:500px">Texte</p>');
    assert.ok(overflow.by > 150, String(overflow.by));
    assert.match(overflow.widest.join(), /p#large/);
    assert.equal(where, `Étape 1, ${NARROW}`);
  });

  it('cuts what its box hides, or what is out of a page that does not scroll', async (t) => {
    const hidden = await laid(
      t,
      '<p id="bas" style="height:1em;overflow:hidden">Un texte qui demande bien plus d’une ligne sur un écran étroit</p>',
    );
    assert.match(hidden.cut.join(), /p#bas/);
    const out = await laid(
      t,
      '<style>html,body{overflow-x:hidden}</style><p id="loin" style="width:600px">Texte</p>',
    );
    assert.match(out.cut.join(), /p#loin/);
  });

  it('loses what it hides there, but not what a menu holds', async (t) => {
    const rule = '<style>@media (max-width: 400px) { .large { display: none } }</style>';
    const { lost } = await laid(t, `${rule}<p class="large">Le descriptif</p><p>Le nom</p>`);
    assert.deepEqual(lost, ['le descriptif']);
    const menu = await laid(
      t,
      `${rule}<style>.repli { display: none } @media (max-width: 400px) { .repli { display: block } }</style>
       <p class="large">Aide</p><details class="repli"><summary>Menu</summary><p>Aide</p></details>`,
    );
    assert.deepEqual(menu.lost, []);
  });

  it('loses a field that it hides', async (t) => {
    const { lost } = await laid(
      t,
      '<style>@media (max-width: 400px) { input { display: none } }</style><input aria-label="Ville">',
    );
    assert.deepEqual(lost, ['champ ville']);
  });

  it('has controls that lie one on the other, unless one holds the other', async (t) => {
    const { overlapping } = await laid(
      t,
      '<button id="a">Précédent</button><button id="b" style="margin-left:-3em">Valider</button>',
    );
    assert.equal(overlapping.length, 1);
    assert.match(overlapping.join(), /Précédent.* et .*Valider/);
    const held = await laid(
      t,
      '<label><input type="checkbox"> J’accepte</label><a href="#x"><button>Aller</button></a>',
    );
    assert.deepEqual(held.overlapping, []);
  });
});

it('a page in large letters cuts what has a fixed height, and is then as it was', async (t) => {
  const page = await pageFor(t);
  await page.setContent(html('<p id="fixe" style="height:24px;overflow:hidden">Texte</p><p>Libre</p>'));
  const layouts = new Layouts(page);
  await layouts.look({ name: 'Étape 1', kind: 'page' }, [LARGE]);
  assert.match(layouts.read[0]?.cut.join() ?? '', /p#fixe/);
  assert.equal(await page.evaluate('getComputedStyle(document.documentElement).fontSize'), '16px');
});
