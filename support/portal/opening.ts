import type { Locator, Page } from '@playwright/test';

/** What following a link or pressing a button leads to. */
export interface Opening {
  readonly opens: boolean;
  /** In French, what was seen. */
  readonly seen: string;
}

/** How long a button may take to open something, in milliseconds. */
const OPENING_MS = 2_000;

/**
 * Returns what a link or button opens: a page of the portal that answers (HTTP < 400), a mail or a call to write, or
 * something new on the page or beside it. Another site is not asked: its address is enough.
 */
export async function openingOf(element: Locator, page: Page): Promise<Opening> {
  const href = await element.evaluate((node) => (node instanceof HTMLAnchorElement ? node.href : ''));
  const url = URL.parse(href);
  const here = new URL(page.url());
  const isElsewhere = url !== null && `${url.origin}${url.pathname}${url.search}` !== pathOf(here);
  if (url === null || url.protocol === 'javascript:' || (/^https?:$/.test(url.protocol) && !isElsewhere)) {
    return pressing(element, page);
  }
  if (/^(mailto|tel|sms):$/.test(url.protocol)) return { opens: url.pathname !== '', seen: href };
  if (url.origin !== here.origin) return { opens: true, seen: `lien vers ${url.origin}` };
  const answer = await page.request.get(url.href, { failOnStatusCode: false });
  return { opens: answer.status() < 400, seen: `${url.pathname} répond HTTP ${answer.status()}` };
}

function pathOf({ origin, pathname, search }: URL): string {
  return `${origin}${pathname}${search}`;
}

/** A chat, a dialog, a panel, a new window: something shows that did not, or the page changes. */
async function pressing(element: Locator, page: Page): Promise<Opening> {
  const before = await page.evaluate(() => document.body.innerText);
  const changes = page.waitForFunction((text) => document.body.innerText !== text, before, {
    timeout: OPENING_MS,
  });
  const opened = [changes, page.waitForEvent('popup', { timeout: OPENING_MS })];
  const [first] = await Promise.all([Promise.any(opened).then(isSo, isNotSo), element.click()]);
  return first
    ? { opens: true, seen: "quelque chose s'ouvre" }
    : { opens: false, seen: `rien de nouveau en ${OPENING_MS / 1000} s` };
}

const isSo = (): boolean => true;
const isNotSo = (): boolean => false;
