import { withBrowserPage } from './browser-page.ts';

/** CSS pixels of an A4 sheet. */
const SHEET = { width: 794, height: 1122 } as const;

/** What is printed smaller than this is no longer read. */
const SMALLEST = 0.5;

/**
 * Returns a page as a tagged PDF on one A4 sheet, in its print style; its title and its language are the page's. What
 * would not hold is printed smaller.
 * @throws HarnessSetupError when there is no browser
 */
export async function printedSheet(text: string): Promise<Uint8Array> {
  return withBrowserPage(async (page) => {
    await page.emulateMedia({ media: 'print' });
    await page.setContent(text);
    let scale = 1;
    // The smaller it is printed, the wider the sheet is to what is written on it: lines are cut otherwise.
    for (; scale > SMALLEST; scale -= 0.05) {
      const sheet = { width: Math.round(SHEET.width / scale), height: Math.round(SHEET.height / scale) };
      await page.setViewportSize(sheet);
      if ((await page.evaluate(() => document.documentElement.scrollHeight)) <= sheet.height) break;
    }
    return page.pdf({ format: 'A4', scale, printBackground: true, preferCSSPageSize: true, tagged: true });
  });
}
