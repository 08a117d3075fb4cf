import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Finding } from '../failures.ts';
import { html, useBrowser } from '../portal/page.test-support.ts';
import { Keyboard } from './keyboard.ts';

const pageFor = useBrowser();

const PAGE = `<a href="#x">Haut</a><form><label>Nom <input id="nom" value="Avant"></label>
  <label>Pays <select id="pays"><option value="">Choisir</option><option>Belgique</option><option disabled>Chine</option>
  <option>France</option></select></label>
  <label><input type="checkbox" id="case"> J’accepte</label>
  <fieldset><legend>Espace</legend><label><input type="radio" name="e" id="non" checked> NON</label>
  <label><input type="radio" name="e" id="oui"> OUI</label></fieldset>
  <button id="b" onclick="document.title = 'pressé'; return false">Valider</button></form>
  <span id="faux" role="button" onclick="document.title = 'faux'">Autre</span>`;

async function opened(t: Parameters<typeof pageFor>[0]) {
  const page = await pageFor(t);
  await page.setContent(html(PAGE));
  const search = { page, kind: 'field', name: 'Nom', where: 'Étape 1' } as const;
  return { page, search, keyboard: new Keyboard(page) };
}

describe('a person at the keyboard', { concurrency: 4 }, () => {
  it('types over what a field holds, and empties it', async (t) => {
    const { page, search, keyboard } = await opened(t);
    await keyboard.type(page.locator('#nom'), 'Zoé', search);
    assert.equal(await page.locator('#nom').inputValue(), 'Zoé');
    await keyboard.type(page.locator('#nom'), '', search);
    assert.equal(await page.locator('#nom').inputValue(), '');
  });

  it('chooses in a list, in either direction, and says which answer it has not', async (t) => {
    const { page, search, keyboard } = await opened(t);
    await keyboard.choose(page.locator('#pays'), 'France', search);
    assert.equal(await page.locator('#pays').inputValue(), 'France');
    await keyboard.choose(page.locator('#pays'), 'Belgique', search);
    assert.equal(await page.locator('#pays').inputValue(), 'Belgique');
    await assert.rejects(keyboard.choose(page.locator('#pays'), 'Chine', search), Finding);
  });

  it('ticks a box, takes an answer, presses a button', async (t) => {
    const { page, search, keyboard } = await opened(t);
    await keyboard.answer(page.locator('#case'), search);
    assert.equal(await page.locator('#case').isChecked(), true);
    await keyboard.answer(page.locator('#oui'), search);
    assert.equal(await page.locator('#oui').isChecked(), true);
    await keyboard.press(page.locator('#b'), search);
    assert.equal(await page.title(), 'pressé');
  });

  it('never reaches what Tab does not stop at, and names what it stops at', async (t) => {
    const { page, search, keyboard } = await opened(t);
    const failure = await keyboard.press(page.locator('#faux'), search).catch((error: unknown) => error);
    assert.ok(failure instanceof Finding, String(failure));
    assert.match(failure.message, /n’y mène jamais \(arrêts : .*bouton « Valider »/);
    assert.notEqual(await page.title(), 'faux');
  });
});
