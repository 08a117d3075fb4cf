import type { Page } from '@playwright/test';
import { atOnce } from './at-once.ts';
import type { PageWatch } from './page-watch.ts';

/** How long a page must not have changed to be believed still. */
interface Stillness {
  readonly quietMs: number;
  /** When to stop waiting for a page that never is. */
  readonly timeoutMs: number;
  /** Ends the wait sooner, once its answer is of no use. */
  readonly signal?: AbortSignal;
}

/**
 * Waits until a page awaits nothing and draws nothing more: what is on it then is on it. Returns whether it came to
 * that in time.
 */
export async function calm(
  page: Page,
  watch: PageWatch,
  { quietMs, timeoutMs, signal }: Stillness,
): Promise<boolean> {
  const end = performance.now() + timeoutMs;
  for (let left = timeoutMs; left > 0 && !signal?.aborted; left = end - performance.now()) {
    await watch.quiet(left);
    // Nothing comes from a page that is left on the way: the one that follows is then looked at.
    const isStill = await atOnce<boolean>(page, stillExpression(quietMs), Math.min(left, quietMs * 10));
    if (isStill && !watch.isLoading) return true;
  }
  return false;
}

/** Resolves, in the page, once so many milliseconds have passed without a change of it. Runs in the page. */
function still(quietMs: number): Promise<boolean> {
  return new Promise((resolve) => {
    const observer = new MutationObserver(() => {
      clearTimeout(timer);
      timer = setTimeout(end, quietMs);
    });
    const end = (): void => {
      observer.disconnect();
      resolve(true);
    };
    let timer = setTimeout(end, quietMs);
    observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  });
}

function stillExpression(quietMs: number): string {
  return `(${still})(${quietMs})`;
}
