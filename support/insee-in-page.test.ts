import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import type { Page } from '@playwright/test';
import { siretOfFamily } from '../fixtures/siret.ts';
import { answerInsee } from './insee-in-page.ts';
import { serve, useBrowser } from './portal/page.test-support.ts';
import type { Target } from './target/target.ts';

const pageFor = useBrowser();

/** Its key is right; the double knows everybody of such a number. */
const SIRET = '73282932000074';
const DOWN = siretOfFamily('insee-en-panne', () => 1);
const API = 'https://api.insee.fr/api-sirene/3.11/siret';

interface Asked {
  readonly url: string;
  readonly key?: string;
}

async function start(t: TestContext, insee: Target['insee'] = { by: 'double' }): Promise<Page> {
  const page = await pageFor(t);
  await answerInsee(page, { insee });
  await page.goto(await serve(t, () => '<p>Accueil</p>'));
  return page;
}

/** What a script of the page gets: from another site, so that the browser asks beforehand whether it may. */
function ask(page: Page, asked: Asked): Promise<{ status: number; text: string }> {
  return page.evaluate(async ({ url, key }) => {
    const headers = key === undefined ? {} : { 'X-INSEE-Api-Key-Integration': key };
    const response = await fetch(url, { headers, signal: AbortSignal.timeout(3_000) });
    return { status: response.status, text: await response.text() };
  }, asked);
}

describe('what a page asks INSEE', () => {
  it('is answered in the browser as the double does, the key being asked for', async (t) => {
    const page = await start(t, { by: 'page' });
    const { status, text } = await ask(page, { url: `${API}/${SIRET}`, key: 'k' });
    assert.equal(status, 200);
    assert.equal(JSON.parse(text).etablissement.siret, SIRET);
    assert.equal((await ask(page, { url: `${API}/${SIRET}` })).status, 401);
    assert.equal((await ask(page, { url: `${API}/${DOWN}`, key: 'k' })).status, 503);
  });

  it('is answered too where a relay of the vendor stands before INSEE', async (t) => {
    const page = await start(t, { by: 'page', url: '**/annuaire/**' });
    const { text } = await ask(page, { url: `https://relais.acme.test/annuaire/${SIRET}/fiche` });
    assert.equal(JSON.parse(text).etablissement.siret, SIRET);
    assert.equal((await ask(page, { url: 'https://relais.acme.test/annuaire/tout' })).status, 404);
  });

  it('never leaves for the real API, whatever the target says', async (t) => {
    const page = await start(t, { by: 'page', url: '**/annuaire/**' });
    assert.equal((await ask(page, { url: `${API}/${SIRET}`, key: 'k' })).status, 200);
    assert.equal((await ask(page, { url: 'https://api.insee.fr/autre', key: 'k' })).status, 404);
  });

  it('goes its way where the target does not say so', async (t) => {
    const page = await start(t);
    await assert.rejects(
      ask(page, { url: `https://insee.invalid/api-sirene/3.11/siret/${SIRET}`, key: 'k' }),
    );
  });
});
