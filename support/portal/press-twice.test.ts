import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { serve, useBrowser } from './page.test-support.ts';
import { pressTwice } from './press-twice.ts';
import { selectorOf } from './selector.ts';

const pageFor = useBrowser();

/** How often a page was sent, and what it shows in the end. */
async function sendings(t: TestContext, body: string): Promise<[number, string]> {
  const page = await pageFor(t);
  let posts = 0;
  const url = await serve(t, (path, posted, response) => {
    if (posted === undefined) return path === '/fin' ? '<p>Fini</p>' : body;
    posts += 1;
    response.writeHead(303, { location: '/fin' }).end();
    return undefined;
  });
  await page.goto(url);
  await pressTwice(page)(page.locator(selectorOf('enabled', ['Valider'])), 5_000);
  await page.waitForURL('**/fin');
  return [posts, await page.locator('body').innerText()];
}

const SCRIPT = `onclick="fetch('/', { method: 'POST', body: 'x' }).then(() => { location = '/fin' })"`;

describe('a button pressed twice', () => {
  it('sends a form twice, the first unanswered', async (t) => {
    assert.deepEqual(await sendings(t, '<form method="post"><button>Valider</button></form>'), [2, 'Fini']);
  });

  it('sends twice what a script sends', async (t) => {
    assert.deepEqual(await sendings(t, `<button ${SCRIPT}>Valider</button>`), [2, 'Fini']);
  });

  it('sends once where the portal disables it, and gets the answer', async (t) => {
    const form = '<form method="post" onsubmit="b.disabled = true"><button id="b">Valider</button></form>';
    assert.deepEqual(await sendings(t, form), [1, 'Fini']);
  });
});
