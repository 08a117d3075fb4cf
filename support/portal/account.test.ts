import assert from 'node:assert/strict';
import { it } from 'node:test';
import { embeddedTarget } from '../target/embedded.ts';
import { AccountPage } from './account.ts';
import { html, useBrowser } from './page.test-support.ts';
import { PageWatch } from './page-watch.ts';

const pageFor = useBrowser();

it('the account’s open workspaces are those switched on, whatever the make, or named in a text', async (t) => {
  const page = await pageFor(t);
  await page.setContent(
    html(`<button aria-pressed="true">Engagements</button><button aria-pressed="false">Factures à valider</button>
      <label><input type="checkbox" checked> Factures émises</label><label><input type="checkbox"> Suivi des flux</label>
      <button role="switch" aria-checked="true">Factures de travaux</button><p>Raccordement EDI et API</p>`),
  );
  const account = new AccountPage({
    page,
    target: embeddedTarget,
    url: 'http://127.0.0.1',
    onStep: async () => undefined,
    onSent: () => undefined,
    watch: new PageWatch(page),
  });
  assert.deepEqual(await account.openWorkspaces(), [
    'Engagements',
    'Factures de travaux',
    'Factures émises',
    'Raccordement EDI et API',
  ]);
});
