import assert from 'node:assert/strict';
import { it, type TestContext } from 'node:test';
import { Finding } from '../failures.ts';
import type { IdentificationPage } from './identification.ts';
import { portalOn, serve, useBrowser } from './page.test-support.ts';

const pageFor = useBrowser();

/** Step 1 of a portal whose home page answers by this status. */
async function stepOne(t: TestContext, status: number): Promise<IdentificationPage> {
  const url = await serve(t, (_path, _posted, response) => {
    response.statusCode = status;
    return '<h1>Bonjour</h1>';
  });
  return portalOn(await pageFor(t), url).identification;
}

it('a home page that answers by an HTTP 500 is a finding, before any field is awaited', async (t) => {
  const page = await stepOne(t, 500);
  await assert.rejects(
    () => page.open(),
    (error) => error instanceof Finding && error.message.includes('HTTP 500'),
  );
});

it('a home page that answers, were it by a 404, is opened', async (t) => {
  const page = await stepOne(t, 404);
  await page.open();
});
