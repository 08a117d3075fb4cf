import type { Page } from '@playwright/test';

/**
 * Returns what an expression gives in the page, in one exchange and without Playwright's own script, which costs more
 * than a page load; nothing when the page takes longer than so many milliseconds, or is left on the way.
 */
export async function atOnce<T>(page: Page, expression: string, timeout: number): Promise<T | undefined> {
  const late = Promise.withResolvers<undefined>();
  const timer = setTimeout(() => late.resolve(undefined), timeout);
  try {
    return await Promise.race([page.evaluate<T>(expression), late.promise]);
  } catch (error) {
    if (error instanceof Error && /context was destroyed|navigat/i.test(error.message)) return undefined;
    throw error;
  } finally {
    clearTimeout(timer);
  }
}
