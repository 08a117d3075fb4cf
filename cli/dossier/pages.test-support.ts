import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, type TestContext } from 'node:test';
import { pathToFileURL } from 'node:url';
import { type Browser, type BrowserContextOptions, chromium, type Page } from '@playwright/test';
import axe from 'axe-core';
import { browserLaunch } from '../../support/runner/browser.ts';

/** A page of ours, opened from a file as a reader does. */
export interface Opened {
  readonly page: Page;
  /** The addresses that were asked for, the page's own left out. */
  readonly requests: string[];
  /** What the page said of its own accord: errors, dialogs, refusals of its policy. */
  readonly said: string[];
}

/** The ways in which each page is read. */
export const READERS: Readonly<Record<string, BrowserContextOptions>> = {
  'a desk, by day': { viewport: { width: 1280, height: 900 }, colorScheme: 'light' },
  'a desk, by night': { viewport: { width: 1280, height: 900 }, colorScheme: 'dark' },
  'a phone, by day': { viewport: { width: 390, height: 844 }, colorScheme: 'light' },
  'a phone, by night': { viewport: { width: 390, height: 844 }, colorScheme: 'dark' },
};

/** Starts one browser for a test file; what it returns opens the text of a page as a file. */
export function usePages(): (t: TestContext, text: string, as?: BrowserContextOptions) => Promise<Opened> {
  let browser: Browser;
  before(async () => {
    browser = await chromium.launch(browserLaunch());
  });
  after(() => browser.close());
  return async (t, text, as = READERS['a desk, by day'] ?? {}) => {
    const folder = mkdtempSync(join(tmpdir(), 'diapason-page-'));
    const file = join(folder, 'page.html');
    writeFileSync(file, text);
    const context = await browser.newContext({ locale: 'fr-FR', ...as });
    t.after(async () => {
      await context.close();
      rmSync(folder, { recursive: true });
    });
    return opened(await context.newPage(), pathToFileURL(file).href);
  };
}

async function opened(page: Page, url: string): Promise<Opened> {
  const requests: string[] = [];
  const said: string[] = [];
  page.on('request', (request) => {
    if (request.url() !== url && !request.url().startsWith('data:')) requests.push(request.url());
  });
  page.on('requestfailed', (request) => {
    // Refused by the page's policy, it never left.
    if (request.failure()?.errorText === 'csp') requests.splice(requests.indexOf(request.url()), 1);
  });
  page.on('console', (message) => said.push(message.text()));
  page.on('pageerror', (error) => said.push(error.message));
  page.on('dialog', (dialog) => {
    said.push(`dialogue : ${dialog.message()}`);
    void dialog.dismiss();
  });
  await page.goto(url);
  return { page, requests, said };
}

/** What axe has to say against a page, « color-contrast: .badge »; nothing when it is accessible to its knowledge. */
export async function violationsOf(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() => (globalThis as unknown as { axe: typeof axe }).axe.run());
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id} : ${target.join(' ')}`));
}
