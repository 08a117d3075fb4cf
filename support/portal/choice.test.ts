import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Choice } from './choice.ts';
import { html, useBrowser } from './page.test-support.ts';
import { switchOf } from './workspaces.ts';

const pageFor = useBrowser();

const MAKES: Readonly<Record<string, string>> = {
  'two radios':
    '<fieldset><legend>Engagements</legend><label><input type="radio" name="e" checked> NON</label> <label><input type="radio" name="e"> OUI</label></fieldset>',
  'a box': '<label><input type="checkbox"> Engagements</label>',
  'a switch':
    '<button role="switch" aria-checked="false" onclick="this.ariaChecked = this.ariaChecked !== \'true\'">Engagements</button>',
};

describe('a choice', () => {
  for (const [make, markup] of Object.entries(MAKES)) {
    it(`is switched on, then off, when it is ${make}`, async (t) => {
      const page = await pageFor(t);
      await page.setContent(html(markup));
      const choice: Choice = switchOf(page, 'Engagements', 'Étape 3');
      const states: boolean[] = [await choice.isOn()];
      for (const on of [true, true, false, false]) {
        await choice.set(on);
        states.push(await choice.isOn());
      }
      assert.deepEqual(states, [false, true, true, false, false]);
    });
  }

  it('is described by the widest row that speaks of it alone', async (t) => {
    const page = await pageFor(t);
    const radios = (name: string): string =>
      `<fieldset><legend>${name}</legend><label><input type="radio" name="${name}" checked> NON</label> <label><input type="radio" name="${name}"> OUI</label></fieldset>`;
    await page.setContent(
      html(`<ul><li>Tout<table>
        <tr><td>Engagements</td><td>Leur visualisation</td><td>${radios('Engagements')}</td></tr>
        <tr><td>Suivi des flux</td><td>Pour l’EDI</td><td>${radios('Suivi des flux')}</td></tr>
      </table></li></ul>`),
    );
    assert.equal(await switchOf(page, 'Engagements', 'Étape 3').description(), 'Leur visualisation');
    assert.equal(await switchOf(page, 'Suivi des flux', 'Étape 3').description(), 'Pour l’EDI');
  });
});
