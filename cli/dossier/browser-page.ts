import { chromium, type Page } from '@playwright/test';
import { browserLaunch } from '../../support/runner/browser.ts';

/**
 * Lends an empty page of the browser that set-up found, which reaches no network, and closes the browser afterwards.
 * @throws HarnessSetupError when there is no browser
 */
export async function withBrowserPage<T>(work: (page: Page) => Promise<T>): Promise<T> {
  const browser = await chromium.launch(browserLaunch());
  try {
    const context = await browser.newContext({ locale: 'fr-FR', offline: true });
    return await work(await context.newPage());
  } finally {
    await browser.close();
  }
}
