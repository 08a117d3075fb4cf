import { setTimeout as delay } from 'node:timers/promises';
import { errors, type Locator, type Page } from '@playwright/test';
import { calm } from './calm.ts';
import type { PageWatch } from './page-watch.ts';

/** Nearly all that is sought is there before that, in milliseconds: until then nothing is asked of the page. */
const AT_ONCE_MS = 300;

/**
 * For how long a page must have awaited nothing and drawn nothing, in milliseconds, to be believed at its end: longer
 * than the delays that pages put before what they draw.
 */
const STILL = { quietMs: 1_000, timeoutMs: 10_000 };

/** A page that turns something round says that it is not done, whatever else it does. */
const MOVES = 'document.getAnimations().some((one) => one.playState === "running")';

/** What is waited for, and what knows whether the page still awaits something. */
export interface Awaited {
  readonly sought: Locator;
  readonly watch: PageWatch;
}

/**
 * Returns what an action gives, and ends it sooner than its own patience where it waits for nothing: the page has
 * stopped, and what is sought is not on it.
 * @throws TimeoutError (Playwright's) then, as the action would have later
 */
export async function orAbsent<T>(action: Promise<T>, page: Page, awaited: Awaited | undefined): Promise<T> {
  if (awaited === undefined) return action;
  const ended = new AbortController();
  const absent = isAbsent(page, awaited, ended.signal).then((is) => {
    if (is) throw new errors.TimeoutError('the page has stopped without it');
    return action;
  });
  try {
    return await Promise.race([action, absent]);
  } finally {
    ended.abort();
    action.catch(() => undefined);
    absent.catch(() => undefined);
  }
}

/** Never sure of a page that is left or closed meanwhile: the action itself says what became of it. */
async function isAbsent(page: Page, { sought, watch }: Awaited, signal: AbortSignal): Promise<boolean> {
  try {
    await delay(AT_ONCE_MS, undefined, { signal });
    if (!(await calm(page, watch, { ...STILL, signal })) || signal.aborted) return false;
    return !(await page.evaluate<boolean>(MOVES)) && (await sought.count()) === 0;
  } catch {
    return false;
  }
}
