import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { wordsAround } from './in-page/words-around.ts';
import { saysMandatory } from './mandatory.ts';
import { html, useBrowser } from './page.test-support.ts';

const pageFor = useBrowser();

const SAID: Readonly<Record<string, string>> = {
  'an asterisk in the label': '<label for="f">SIRET <span aria-hidden="true">*</span></label><input id="f">',
  'an asterisk of the style sheet':
    '<style>.o::after { content: " *" }</style><label class="o" for="f">SIRET</label><input id="f">',
  'the word in the label': '<label>SIRET (obligatoire)<input id="f"></label>',
  'the word beside': '<div><label for="f">SIRET</label><input id="f"><p>Champ obligatoire</p></div><input>',
  'the word in the legend': '<fieldset><legend>Vous (obligatoire)</legend><input id="f"><input></fieldset>',
  'the word in the description': '<input id="f" aria-describedby="d"><input><p id="d">Obligatoire.</p>',
  'an image': '<label for="f">SIRET <img alt="obligatoire" src="data:,"></label><input id="f">',
  'a sign after the field': '<form><input id="f"><span>*</span><input></form>',
  'a general mention': '<p>Tous les champs sont obligatoires.</p><label>SIRET<input id="f"></label>',
  'a general mention with exceptions':
    '<p>Sauf mention « facultatif », les champs de ce formulaire sont obligatoires.</p><input id="f">',
};

const UNSAID: Readonly<Record<string, string>> = {
  'the attribute alone': '<label>SIRET<input id="f" required aria-required="true"></label>',
  'what explains a sign that is not there':
    '<div><p>Les champs marqués d’un astérisque (*) sont obligatoires.</p><label>SIRET<input id="f"></label></div>',
  'the contrary': '<label>SIRET (non obligatoire)<input id="f"></label>',
  'a hidden sign': '<label>SIRET <span hidden>*</span><input id="f"></label>',
  'the sign of another field':
    '<form><label for="f">SIRET</label><input id="f"><label>Nom *<input></label></form>',
};

describe('a mandatory field', { concurrency: 4 }, () => {
  for (const [cases, expected] of [[SAID, true] as const, [UNSAID, false] as const]) {
    for (const [name, body] of Object.entries(cases)) {
      it(`${expected ? 'is said to be so by' : 'is not said to be so by'} ${name}`, async (t) => {
        const page = await pageFor(t);
        await page.setContent(html(body));
        assert.equal(saysMandatory(await page.locator('#f').evaluate(wordsAround)), expected);
      });
    }
  }
});
