import assert from 'node:assert/strict';
import { it } from 'node:test';
import { AccountPage } from './account.ts';
import { contextOn, html, useBrowser } from './page.test-support.ts';

const pageFor = useBrowser();

it('the account’s open workspaces are those switched on, whatever the make, or named in a text', async (t) => {
  const page = await pageFor(t);
  await page.setContent(
    html(`<button aria-pressed="true">Engagements</button><button aria-pressed="false">Factures à valider</button>
      <label><input type="checkbox" checked> Factures émises</label><label><input type="checkbox"> Suivi des flux</label>
      <button role="switch" aria-checked="true">Factures de travaux</button><p>Raccordement EDI et API</p>`),
  );
  const account = new AccountPage(contextOn(page));
  assert.deepEqual(await account.openWorkspaces(), [
    'Engagements',
    'Factures de travaux',
    'Factures émises',
    'Raccordement EDI et API',
  ]);
});
