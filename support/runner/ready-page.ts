import type { Page } from '@playwright/test';
import { selectorOf } from '../portal/selector.ts';
import { guardNavigations } from '../reach/navigation-guard.ts';
import type { Target } from '../target/target.ts';

/**
 * Makes a new page ready for its target: INSEE answers in its browser where the portal's page asks; a declared portal's
 * origins are kept to, and given what they want. Nothing is loaded where it need not.
 */
export async function readyPage(page: Page, target: Target): Promise<Page> {
  if (target.insee.by === 'page') {
    const { answerInsee } = await import('../insee-in-page.ts');
    await answerInsee(page, target);
  }
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
