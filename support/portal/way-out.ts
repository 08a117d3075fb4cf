import { expect, type Page, type Request, type Response } from '@playwright/test';

/** What a link opened, in place, on a page of its own, or in another tab. */
export interface Opening {
  readonly address: string;
  /** HTTP status of the document; `undefined` when none was asked for. */
  readonly status: number | undefined;
  /** The lines that show and did not before: what is common to all pages is left out. */
  readonly lines: readonly string[];
}

/** Follows a link and returns what came of it, at the latest when the time is up. */
export async function openingOf(page: Page, follow: () => Promise<void>, timeout: number): Promise<Opening> {
  const before = new Set(await linesOf(page));
  let status: number | undefined;
  const listen = (response: Response): void => {
    if (isOfWholePage(response.request())) status = response.status();
  };
  const context = page.context();
  const shown = (): Page => context.pages().at(-1) ?? page;
  const newLines = async () => (await linesOf(shown())).filter((line) => !before.has(line));
  context.on('response', listen);
  try {
    await follow();
    const hasNewLines = async () => (await newLines()).length > 0;
    // Time up is an answer too: nothing new showed.
    await expect
      .poll(hasNewLines, { timeout, intervals: [20, 50, 100] })
      .toBe(true)
      .catch(() => undefined);
    return { address: shown().url(), status, lines: await newLines() };
  } finally {
    context.off('response', listen);
  }
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
