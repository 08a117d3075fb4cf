import { call } from './reach/call.ts';
import { isWithin } from './reach/navigation-guard.ts';
import type { Target } from './target/target.ts';

/** A filter gives up too: no page is that many redirections away. */
const MOST_REDIRECTIONS = 5;

/**
 * Opens links as a mail filter does before anybody reads the mail: HEAD, then GET, without cookies, outside of any
 * browser, redirections followed while they stay in the portal. What the portal answers is not judged here.
 */
export async function previewLinks(
  links: readonly string[],
  target: Pick<Target, 'access' | 'origins' | 'answerMs'>,
): Promise<void> {
  for (const link of links) {
    for (const method of ['HEAD', 'GET']) await preview(link, method, target);
  }
}

async function preview(
  link: string,
  method: string,
  target: Pick<Target, 'access' | 'origins' | 'answerMs'>,
): Promise<void> {
  const origins = [new URL(link).origin, ...target.origins];
  let url: string | undefined = link;
  for (let hop = 0; url !== undefined && hop <= MOST_REDIRECTIONS; hop += 1) {
    const { status, headers } = await call(target, { url, method, timeoutMs: target.answerMs });
    const next: string | undefined =
      status >= 300 && status < 400 ? URL.parse(headers.location ?? '', url)?.href : undefined;
    url = next !== undefined && isWithin(origins, next) ? next : undefined;
  }
}
