import type { ConsoleMessage, Page, Request, Route } from '@playwright/test';
import { anyOf } from './arrival.ts';
import type { Press } from './decision.ts';

/** How long a second press may take to send something, in milliseconds. */
const AGAIN_MS = 500;

/** What a page whose form is sent says to whoever listens: nothing can be asked of it while it awaits the answer. */
const FORM_SENT = 'un formulaire est envoyé';

const isSending = (request: Request): boolean => request.method() !== 'GET';
const isFormSent = (message: ConsoleMessage): boolean => message.text() === FORM_SENT;

/**
 * Returns how a hurried hand presses: again, while the first sending is under way; both reach the portal at once. Of
 * one form sent twice the browser lets one through, now the first, now the second: a copy goes beside it. A portal
 * that no longer takes the second press has answered.
 */
export function pressTwice(page: Page): Press {
  return async (button, timeout) => {
    const sent: Route[] = [];
    let forms = 0;
    const hold = (route: Route): void => {
      if (isSending(route.request())) sent.push(route);
      else void route.fallback();
    };
    const count = (message: ConsoleMessage): void => {
      if (isFormSent(message)) forms += 1;
    };
    await page.evaluate(tellForms, FORM_SENT);
    await page.route('**/*', hold);
    page.on('console', count);
    try {
      const leaves = anyOf([page.waitForRequest(isSending, { timeout })]);
      const first = button.click({ timeout });
      await Promise.race([leaves, first]);
      await pressAgain(page, () => forms > 1);
      const copied = forms > sent.length ? sent.map((route) => copy(page, route)) : [];
      await Promise.all([...copied, ...sent.map((route) => route.fallback())]);
      await first.catch(() => undefined);
    } finally {
      page.off('console', count);
      await page.unroute('**/*', hold);
    }
  };
}

/** The hand is where it was. */
async function pressAgain(page: Page, isTwice: () => boolean): Promise<void> {
  const again = anyOf([
    page.waitForRequest(isSending, { timeout: AGAIN_MS }),
    page.waitForEvent('console', { predicate: isTwice, timeout: AGAIN_MS }),
  ]);
  await page.mouse.down();
  await page.mouse.up();
  await again;
}

async function copy(page: Page, route: Route): Promise<void> {
  await page.request.fetch(route.request(), { maxRedirects: 0 });
}

/** Runs in the page: it must stand alone. */
function tellForms(word: string): void {
  window.addEventListener('submit', (event) => {
    if (!event.defaultPrevented) console.debug(word);
  });
}
