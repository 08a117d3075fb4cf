import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Page } from '@playwright/test';
import type { Choice } from './choice.ts';
import { contextOn, html, useBrowser } from './page.test-support.ts';
import { switchOf, type Workspace } from './workspaces.ts';

const pageFor = useBrowser();

/** Buttons that light up as many scripts do; `attribute` or a class says which is on. */
const SCRIPT = `<script>
  for (const button of document.querySelectorAll('[data-pair] button')) button.onclick = () => {
    for (const each of button.parentElement.querySelectorAll('button')) {
      const on = each === button;
      if (each.hasAttribute('aria-pressed')) each.setAttribute('aria-pressed', on);
      else if (each.hasAttribute('aria-checked')) each.setAttribute('aria-checked', on);
      else each.className = on ? 'btn active' : 'btn';
    }
  };
  for (const one of document.querySelectorAll('[role=switch]:not(input)')) one.onclick = () =>
    one.setAttribute('aria-checked', one.getAttribute('aria-checked') !== 'true');
</script>`;

/** One row; two of them stand on a page, « Engagements » off and « Suivi des flux » on. */
const MAKES: Readonly<Record<string, (name: string, on: boolean) => string>> = {
  'a checkbox': (name, on) => `<p><label><input type="checkbox"${on ? ' checked' : ''}> ${name}</label></p>`,
  'a checkbox hidden under its drawing': (name, on) =>
    `<p><label>${name} <input type="checkbox" style="opacity:0;width:0;height:0;position:absolute"${on ? ' checked' : ''}><i>OUI/NON</i></label></p>`,
  'a role=switch': (name, on) => `<p><button role="switch" aria-checked="${on}">${name}</button></p>`,
  'two radios in a table': (name, on) =>
    `<table><tr><th>${name}</th><td>Pour le service ${name}</td><td><label><input type="radio" name="${name}"${on ? ' checked' : ''}> OUI</label>
      <label><input type="radio" name="${name}"${on ? '' : ' checked'}> NON</label></td></tr></table>`,
  'two radios in a fieldset': (name, on) =>
    `<fieldset><legend>${name}</legend><label><input type="radio" name="${name}"${on ? ' checked' : ''}>Oui</label>
      <label><input type="radio" name="${name}"${on ? '' : ' checked'}>Non</label></fieldset>`,
  'two radios that say it all': (name, on) =>
    `<div><label><input type="radio" name="${name}"${on ? ' checked' : ''}> ${name} : OUI</label>
      <label><input type="radio" name="${name}"${on ? '' : ' checked'}> ${name} : NON</label></div>`,
  'two radios hidden under their labels': (name, on) =>
    `<div><p>${name}</p><div><input type="radio" id="${name}o" name="${name}" style="display:none"${on ? ' checked' : ''}><label for="${name}o">OUI</label>
      <input type="radio" id="${name}n" name="${name}" style="display:none"${on ? '' : ' checked'}><label for="${name}n">NON</label></div></div>`,
  'two toggle buttons': (name, on) =>
    `<dl><dt>${name}</dt><dd data-pair><button aria-pressed="${on}">OUI</button><button aria-pressed="${!on}">NON</button></dd></dl>`,
  'two radios of ARIA': (name, on) =>
    `<div role="radiogroup" aria-label="${name}" data-pair><button role="radio" aria-checked="${on}">OUI</button><button role="radio" aria-checked="${!on}">NON</button></div>`,
  'two plain buttons': (name, on) =>
    `<ul><li>${name} <span data-pair><button class="btn ${on ? 'active' : ''}">OUI</button><button class="btn ${on ? '' : 'active'}">NON</button></span></li></ul>`,
  'a list': (name, on) =>
    `<p><label>${name} <select><option${on ? ' selected' : ''}>OUI</option><option${on ? '' : ' selected'}>NON</option></select></label></p>`,
};

async function choices(page: Page, row: (name: string, on: boolean) => string): Promise<[Choice, Choice]> {
  const cookies = '<p>Des cookies ? <button>Oui</button> <button>Non</button></p>';
  await page.setContent(html(cookies + row('Engagements', false) + row('Suivi des flux', true) + SCRIPT));
  const context = contextOn(page);
  return [switchOf(context, 'Engagements', 'Étape 3'), switchOf(context, 'Suivi des flux', 'Étape 3')];
}

describe('a switch is a switch, whether it is', { concurrency: 4 }, () => {
  for (const [make, row] of Object.entries(MAKES)) {
    it(make, async (t) => {
      const [engagements, flows] = await choices(await pageFor(t), row);
      const states = async () => [await engagements.isOn(), await flows.isOn()];
      assert.ok(await engagements.isThere());
      assert.deepEqual(await states(), [false, true]);
      await engagements.set(true);
      assert.deepEqual(await states(), [true, true]);
      await flows.set(false);
      await flows.set(false);
      assert.deepEqual(await states(), [true, false]);
      await engagements.set(false);
      assert.deepEqual(await states(), [false, false]);
    });
  }

  it('nothing else: a name without answers is no switch', async (t) => {
    const [engagements] = await choices(await pageFor(t), (name) => `<p>${name}</p>`);
    assert.equal(await engagements.isThere(), false);
    await assert.rejects(engagements.isOn(), /« Engagements » a été cherché.*introuvable/);
  });

  it('one: two of a name are an error that says so', async (t) => {
    const row = MAKES['two radios in a table'] ?? assert.fail();
    const [engagements] = await choices(await pageFor(t), (_name, on) =>
      row('Engagements', on).replaceAll('name="', `name="${on}`),
    );
    await assert.rejects(engagements.isOn(), /plusieurs répondent à ce nom/);
  });

  it('described by its row, its name and its answers left out', async (t) => {
    const row = MAKES['two radios in a table'] ?? assert.fail();
    const [engagements] = await choices(await pageFor(t), row);
    assert.equal(await engagements.description(), 'Pour le service');
  });

  it('described by the widest row that speaks of it alone', async (t) => {
    const page = await pageFor(t);
    const radios = (name: string): string =>
      `<fieldset><legend>${name}</legend><label><input type="radio" name="${name}" checked> NON</label> <label><input type="radio" name="${name}"> OUI</label></fieldset>`;
    await page.setContent(
      html(`<ul><li>Tout<table>
        <tr><td>Engagements</td><td>Leur visualisation</td><td>${radios('Engagements')}</td></tr>
        <tr><td>Suivi des flux</td><td>Pour l’EDI</td><td>${radios('Suivi des flux')}</td></tr>
      </table></li></ul>`),
    );
    const described = (name: Workspace) => switchOf(contextOn(page), name, 'Étape 3').description();
    assert.equal(await described('Engagements'), 'Leur visualisation');
    assert.equal(await described('Suivi des flux'), 'Pour l’EDI');
  });
});
