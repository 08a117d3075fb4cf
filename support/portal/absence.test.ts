import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Finding } from '../failures.ts';
import { acting } from './explain.ts';
import { html, timed, useBrowser } from './page.test-support.ts';
import { PageWatch } from './page-watch.ts';
import { selectorOf } from './selector.ts';

const pageFor = useBrowser();

/** Longer than a page must be still, and than the wait before that; shorter than the patience of the action. */
const LATE_MS = 2_200;

const DRAW = `document.body.insertAdjacentHTML('beforeend', '<input title="Nom">')`;

/** What a page does for a while before it draws the field, and how. */
const BUSY: Readonly<Record<string, string>> = {
  'awaits an answer': `<script>fetch('/lent').then(() => { ${DRAW} })</script>`,
  'fetches a script': `<script>addEventListener('load', () => setTimeout(() => {
    const script = document.createElement('script'); script.src = '/lent'; document.body.append(script);
  }))</script>`,
  'draws other things': `<p></p><script>
    const clock = setInterval(() => { document.querySelector('p').textContent += '.' }, 200);
    setTimeout(() => { clearInterval(clock); ${DRAW} }, ${LATE_MS})</script>`,
  'turns something round': `<style>@keyframes turn { to { rotate: 1turn } } i { animation: turn 1s infinite }</style>
    <i>⌛</i><script>setTimeout(() => { ${DRAW} }, ${LATE_MS})</script>`,
};

async function opened(t: Parameters<typeof pageFor>[0], body: string) {
  const page = await pageFor(t);
  const watch = new PageWatch(page);
  await page.route('https://portail.test/**', async (route) => {
    if (!route.request().url().endsWith('/lent'))
      return route.fulfill({ contentType: 'text/html; charset=utf-8', body: html(body) });
    await new Promise((resolve) => setTimeout(resolve, LATE_MS));
    return route.fulfill({ contentType: 'text/javascript', body: DRAW });
  });
  await page.goto('https://portail.test/');
  const sought = page.locator(selectorOf('field', ['Nom']));
  const search = { page, kind: 'field', name: 'Nom', where: 'Étape 2', awaited: { sought, watch } } as const;
  return { page, filled: () => acting(search, () => sought.fill('Anne', { timeout: 6_000 })) };
}

describe('what is sought on a page', { concurrency: 4 }, () => {
  it('is no longer awaited once the page has stopped without it', async (t) => {
    const { filled } = await opened(t, '<input title="Prénom">');
    const { value, ms } = await timed(() => filled().catch((error: unknown) => error));
    assert.ok(value instanceof Finding, String(value));
    assert.match(value.message, /Prénom/);
    assert.ok(ms >= 1_000 && ms < 4_000, `${ms} ms`);
  });

  for (const [what, body] of Object.entries(BUSY))
    it(`is awaited as long as the page ${what}`, async (t) => {
      const { page, filled } = await opened(t, body);
      await filled();
      assert.equal(await page.locator('[title=Nom]').inputValue(), 'Anne');
    });

  it('is awaited with all the patience of the action where it is there and not ready', async (t) => {
    const enable = `setTimeout(() => { document.querySelector('input').disabled = false }, ${LATE_MS})`;
    const { page, filled } = await opened(t, `<input title="Nom" disabled><script>${enable}</script>`);
    await filled();
    assert.equal(await page.locator('[title=Nom]').inputValue(), 'Anne');
  });

  it('that never comes leaves to the action a page closed meanwhile', async (t) => {
    const { page, filled } = await opened(t, '<input title="Prénom">');
    const failed = filled().catch((error: unknown) => error);
    await page.close();
    assert.match(String(await failed), /closed/);
  });
});
