import { expect, type Locator, type Page, type Request, type Response } from '@playwright/test';
import { STOPPED } from '../reach/navigation-guard.ts';
import { shownAddress } from './shown-address.ts';

/** What following a link or pressing a button leads to. */
export interface Opening {
  readonly opens: boolean;
  /** In French, what was seen. */
  readonly seen: string;
}

/**
 * Follows a link or button and returns what it opens, at the latest when the time is up: a page that answers and shows
 * what did not show before, in place, in a dialog or in another tab; a file; a mail or a call to write. Another site
 * is not asked: its address is enough.
 */
export async function openingOf(way: Locator, page: Page, timeout: number): Promise<Opening> {
  const href = await way.evaluate((node) => (node instanceof HTMLAnchorElement ? node.href : ''));
  const url = URL.parse(href);
  if (url !== null && /^(mailto|tel|sms):$/.test(url.protocol))
    return { opens: url.pathname !== '', seen: href };
  if (url !== null && /^https?:$/.test(url.protocol) && url.origin !== new URL(page.url()).origin)
    return { opens: true, seen: `lien vers ${url.origin}` };
  return following(way, page, timeout);
}

async function following(way: Locator, page: Page, timeout: number): Promise<Opening> {
  const before = new Set(await linesOf(page));
  const context = page.context();
  let answer: Response | undefined;
  const listen = (response: Response): void => {
    if (isOfWholePage(response.request())) answer = response;
  };
  const shown = (): Page => context.pages().at(-1) ?? page;
  const showsMore = async () => (await linesOf(shown())).some((line) => !before.has(line));
  let stopped: string | undefined;
  const note = (request: Request): void => {
    if (request.failure()?.errorText === STOPPED && isOfWholePage(request)) stopped = request.url();
  };
  context.on('response', listen);
  context.on('requestfailed', note);
  try {
    await way.click({ timeout });
    // Time up is an answer too: nothing new showed.
    await expect
      .poll(async () => stopped !== undefined || isFile(answer) || (await showsMore()), {
        timeout,
        intervals: [20, 50, 100],
      })
      .toBe(true)
      .catch(() => undefined);
    // Another site is not asked, be it by a redirection: its address is enough.
    if (stopped !== undefined) return { opens: true, seen: `renvoi vers ${new URL(stopped).origin}` };
    return judged(shown().url(), answer, isFile(answer) || (await showsMore()));
  } finally {
    context.off('response', listen);
    context.off('requestfailed', note);
  }
}

function judged(address: string, answer: Response | undefined, hasCome: boolean): Opening {
  const place = `à l'adresse ${shownAddress(address)}${answer === undefined ? '' : ` (réponse HTTP ${answer.status()})`}`;
  if (!hasCome) return { opens: false, seen: `rien de nouveau ne s’affiche ${place}` };
  if (answer !== undefined && answer.status() >= 400)
    return { opens: false, seen: `une page d’erreur ${place}` };
  return { opens: true, seen: `quelque chose s'ouvre ${place}` };
}

/** A browser without a reader for it keeps the page that was there. */
function isFile(answer: Response | undefined): boolean {
  return answer?.ok() === true && !/html/.test(answer.headers()['content-type'] ?? 'html');
}

/** The first document of a new tab is asked for before its frame is there, and Playwright then throws. */
function isOfWholePage(request: Request): boolean {
  if (!request.isNavigationRequest()) return false;
  try {
    return request.frame().parentFrame() === null;
  } catch {
    return true;
  }
}

async function linesOf(page: Page): Promise<string[]> {
  const text = await page.locator('body').innerText();
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
