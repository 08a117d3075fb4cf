import type { Page } from '@playwright/test';
import { selectorOf } from '../portal/selector.ts';
import { guardNavigations } from '../reach/navigation-guard.ts';
import type { Target } from '../target/target.ts';

/** Makes a new page ready for a declared portal; the embedded one is ours, and asks for nothing. */
export async function readyPage(page: Page, target: Target): Promise<Page> {
  if (target.url === undefined) return page;
  await Promise.all([
    guardNavigations(page, target.origins),
    addHeaders(page, target),
    acceptBanner(page, target.access.cookieBanner),
  ]);
  return page;
}

/**
 * Adds the target's headers to what is asked of its origins. Playwright's own `extraHTTPHeaders` go to every site
 * that a page draws something from: a secret has no business there.
 */
async function addHeaders(page: Page, { access: { headers }, origins }: Target): Promise<void> {
  if (headers === undefined) return;
  await page.context().route(
    ({ origin }) => origins.includes(origin),
    (route) => route.fallback({ headers: { ...route.request().headers(), ...headers } }),
  );
}

/** Presses the button of a cookie banner whenever it shows, which may be late. */
async function acceptBanner(page: Page, names: string | readonly string[] | undefined): Promise<void> {
  if (names === undefined) return;
  const button = page.locator(selectorOf('button', [names].flat())).first();
  await page.addLocatorHandler(button, (found) => found.click());
}
