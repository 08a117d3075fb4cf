import { samePersonElsewhere } from './others.ts';
import { call } from './reach/call.ts';
import { isWithin } from './reach/navigation-guard.ts';
import type { World } from './runner/world.ts';
import type { Target } from './target/target.ts';

/**
 * Opens the links of a person's activation mail as a mail filter does before anybody reads it. No filter types a code:
 * where the mail brings one, what is begun without being finished is done by hand, in another browser.
 */
export async function previewMail(world: World): Promise<void> {
  const { mail, person, portal, target } = world;
  portal.wayIn.noteBegun();
  await previewLinks(await mail.portalLinksOf(person.applicant.email), target);
  if (target.activation.by !== 'code') return;
  const { journey } = await samePersonElsewhere(world);
  await journey.openLink();
}

/** A filter gives up too: no page is that many redirections away. */
const MOST_REDIRECTIONS = 5;

/**
 * HEAD, then GET, without cookies, outside of any browser, redirections followed while they stay in the portal. What
 * the portal answers is not judged here.
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
