import { errors, type Locator, type Page } from '@playwright/test';

/**
 * Waits for a sign of what a page just opened has to say, or for its network to fall silent: a page drawn by script
 * shows its form after it has loaded, and a plain refusal shows nothing that could be waited for.
 */
export async function settlesFirst(page: Page, sign: Locator, timeout: number): Promise<void> {
  const quiet = page.waitForLoadState('networkidle', { timeout });
  await anyOf([sign.waitFor({ timeout }), quiet]);
}

/** Returns whether something no longer shows, in time. */
export async function hides(locator: Locator, timeout: number): Promise<boolean> {
  return anyOf([locator.waitFor({ state: 'hidden', timeout })]);
}

/** Returns whether one of these comes before its time is up; what is not about time is passed on. */
export async function anyOf(events: ReadonlyArray<Promise<unknown>>): Promise<boolean> {
  try {
    await Promise.any(events);
    return true;
  } catch (error) {
    const causes: unknown[] = error instanceof AggregateError ? error.errors : [error];
    const other = causes.find((cause) => !(cause instanceof errors.TimeoutError));
    if (other !== undefined) throw other;
    return false;
  }
}
