import type { CDPSession, Page } from '@playwright/test';

/** What Chromium says of a navigation that the guard stopped. */
export const STOPPED = 'net::ERR_BLOCKED_BY_CLIENT';

/** What the browser protocol says of a request that is held. */
interface Held {
  readonly requestId: string;
  readonly frameId: string;
  readonly request: { readonly url: string };
}

/**
 * Stops whatever leads a page out of the portal's origins, before anything is asked there: a link, a form, a
 * redirection. What a page draws from elsewhere, images, scripts or frames, is let through.
 *
 * By the browser's own protocol, and documents alone: `page.route` holds every request, and does without the cache.
 */
export async function guardNavigations(page: Page, origins: readonly string[]): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const [{ frameTree }] = await Promise.all([
    session.send('Page.getFrameTree'),
    session.send('Fetch.enable', { patterns: [{ urlPattern: '*', resourceType: 'Document' }] }),
  ]);
  session.on('Fetch.requestPaused', (held) => {
    const isAllowed = held.frameId !== frameTree.frame.id || isWithin(origins, held.request.url);
    // A page that closes meanwhile has nothing left to be let through.
    release(session, held, isAllowed).catch(() => undefined);
  });
}

/** Whether an address is of one of these origins; what is no web address leads nowhere. */
export function isWithin(origins: readonly string[], url: string): boolean {
  const parsed = URL.parse(url);
  return parsed === null || !/^https?:$/.test(parsed.protocol) || origins.includes(parsed.origin);
}

async function release(session: CDPSession, { requestId }: Held, isAllowed: boolean): Promise<void> {
  if (isAllowed) await session.send('Fetch.continueRequest', { requestId });
  else await session.send('Fetch.failRequest', { requestId, errorReason: 'BlockedByClient' });
}
