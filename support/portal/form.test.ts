import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Page } from '@playwright/test';
import { Finding } from '../failures.ts';
import { Field } from './field.ts';
import { fillForm, valuesOf } from './form.ts';
import { html, useBrowser } from './page.test-support.ts';
import { selectorOf, wantedOf } from './selector.ts';

const pageFor = useBrowser();

function fieldOn(page: Page, name: string): Field {
  const search = { page, kind: 'field', name, where: 'Étape 2' } as const;
  return new Field(page.locator(selectorOf('field', [name])), search, wantedOf([name]), () => undefined);
}

/** Whose script follows what is typed, as frameworks do: what was typed must be told by the browser itself. */
const FOLLOWED = `<label>Nom <input id="nom"></label> <label>Ville <input id="ville"></label><output></output>
  <script>
    const seen = [];
    for (const field of document.querySelectorAll('input'))
      for (const type of ['focus', 'beforeinput', 'input', 'change'])
        field.addEventListener(type, (event) => {
          if (event.isTrusted || type === 'beforeinput') seen.push(field.id + ' ' + type);
          document.querySelector('output').textContent = seen.join(', ');
        });
  </script>`;

describe('a form filled in at one go', () => {
  it('tells who listens what each field is given before the page has it, were the page gone', async (t) => {
    const page = await pageFor(t);
    const heard: string[] = [];
    const search = { page, kind: 'field', name: 'Nom', where: 'Étape 4' } as const;
    const locator = page.locator(selectorOf('field', ['Nom']));
    const field = new Field(
      locator,
      search,
      wantedOf(['Nom']),
      () => undefined,
      (value) => heard.push(value),
    );
    await page.close();
    await assert.rejects(fillForm(page, [[field, 'Kev7!apront']]));
    assert.equal(heard[0], 'Kev7!apront');
  });

  it('sends the page what a hand would, in order', async (t) => {
    const page = await pageFor(t);
    await page.setContent(html(FOLLOWED));
    await fillForm(page, [
      [fieldOn(page, 'Nom'), 'Éloïse'],
      [fieldOn(page, 'Ville'), 'Brest'],
    ]);
    assert.equal(
      await page.locator('output').textContent(),
      'nom focus, nom beforeinput, nom input, nom change, ville focus, ville beforeinput, ville input',
    );
  });

  it('replaces what was there, and empties', async (t) => {
    const page = await pageFor(t);
    await page.setContent(
      html('<label>Nom <input value="avant"></label><label>Ville <textarea>avant</textarea></label>'),
    );
    const [nom, ville] = [fieldOn(page, 'Nom'), fieldOn(page, 'Ville')];
    await fillForm(page, [
      [nom, ''],
      [ville, 'après'],
    ]);
    assert.deepEqual(await valuesOf(page, [nom, ville]), ['', 'après']);
    assert.equal(ville.lastTyped, 'après');
  });

  it('chooses the answer of that name in a list, and tells the page', async (t) => {
    const page = await pageFor(t);
    const list = `<label>Pays <select onchange="title = value"><option value="">—</option><option value="FR"> France
      </option><option value="BE">Belgique</option></select></label>`;
    await page.setContent(html(list));
    const pays = fieldOn(page, 'Pays');
    await fillForm(page, [[pays, 'Belgique']]);
    assert.equal(await page.locator('select').getAttribute('title'), 'BE');
    assert.equal(await pays.value(), 'Belgique');
  });

  it('finds each field by itself where the first makes the second come', async (t) => {
    const page = await pageFor(t);
    const body = `<label>Nom <input oninput="setTimeout(() => { suite.hidden = false }, 200)"></label>
      <label id="suite" hidden>Ville <input></label>`;
    await page.setContent(html(body));
    const ville = fieldOn(page, 'Ville');
    await fillForm(page, [
      [fieldOn(page, 'Nom'), 'Éloïse'],
      [ville, 'Brest'],
    ]);
    assert.equal(await ville.value(), 'Brest');
  });

  it('leaves the last word to the page that rewrites what is typed', async (t) => {
    const page = await pageFor(t);
    await page.setContent(html('<label>Nom <input oninput="value = value.toUpperCase()"></label>'));
    const nom = fieldOn(page, 'Nom');
    await fillForm(page, [[nom, 'Éloïse']]);
    assert.equal(await nom.value(), 'ÉLOÏSE');
    assert.equal(nom.lastTyped, 'Éloïse');
  });

  it('lets a page that takes the typing over do so', async (t) => {
    const page = await pageFor(t);
    const body = `<label>Code postal <input onbeforeinput="if (/\\D/.test(event.data ?? '')) event.preventDefault()"></label>`;
    await page.setContent(html(body));
    const code = fieldOn(page, 'Code postal');
    await fillForm(page, [[code, '29200']]);
    assert.equal(await code.value(), '29200');
    await fillForm(page, [[code, 'Brest']]);
    assert.equal(await code.value(), '29200');
  });

  for (const [why, body] of [
    ['missing', '<label>Prénom <input></label>'],
    ['disabled', '<label>Nom <input disabled></label>'],
    ['read-only', '<label>Nom <input readonly></label>'],
    ['there twice', '<label>Nom <input></label><label>Nom <input></label>'],
  ] as const) {
    it(`says in French what becomes of a field that is ${why}`, async (t) => {
      const page = await pageFor(t);
      await page.setContent(html(body));
      await assert.rejects(fillForm(page, [[fieldOn(page, 'Nom'), 'Éloïse']]), (error) => {
        assert.ok(error instanceof Finding);
        assert.match(error.message, /le champ « Nom » a été cherché/);
        return true;
      });
    });
  }

  it('goes on when the page leaves while it is filled in', async (t) => {
    const page = await pageFor(t);
    const next = html('<label>Nom <input></label><label>Ville <input></label>');
    await page.route('**/suite', (route) => route.fulfill({ contentType: 'text/html', body: next }));
    await page.route('**/debut', (route) =>
      route.fulfill({
        contentType: 'text/html',
        body: html(
          '<label>Nom <input oninput="location.href = \'/suite\'; while (performance.now() < 600);"></label>',
        ),
      }),
    );
    await page.goto('http://portail.test/debut');
    const ville = fieldOn(page, 'Ville');
    await fillForm(page, [
      [fieldOn(page, 'Nom'), 'Éloïse'],
      [ville, 'Brest'],
    ]);
    assert.equal(await ville.value(), 'Brest');
  });
});
