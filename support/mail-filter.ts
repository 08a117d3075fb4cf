import { samePersonElsewhere } from './others.ts';
import type { World } from './runner/world.ts';

/**
 * Opens the links of a person's activation mail as a mail filter does before anybody reads it. No filter types a code:
 * where the mail brings one, what is begun without being finished is done by hand, in another browser.
 */
export async function previewMail(world: World): Promise<void> {
  const { mail, person, portal, target } = world;
  portal.wayIn.noteBegun();
  await previewLinks(await mail.portalLinksOf(person.applicant.email), target.answerMs);
  if (target.activation?.by !== 'code') return;
  const { journey } = await samePersonElsewhere(world);
  await journey.openLink();
}

/** HEAD, then GET, without cookies, outside of any browser. What the portal answers is not judged here. */
async function previewLinks(links: readonly string[], answerMs: number): Promise<void> {
  for (const link of links) {
    for (const method of ['HEAD', 'GET']) {
      const response = await fetch(link, { method, signal: AbortSignal.timeout(answerMs) });
      await response.arrayBuffer();
    }
  }
}
