import { alteredLink } from '../fixtures/altered-link.ts';
import type { Correspondence } from './correspondence.ts';
import type { Journey } from './journey.ts';

/**
 * Tries the person's activation link with each fault in turn; where one activates, goes on as another person. A fault
 * that makes no difference to a link of this kind is left out.
 */
export async function tryAlteredLinks(
  { journey, mail }: { readonly journey: Journey; readonly mail: Correspondence },
  faults: readonly string[],
): Promise<void> {
  for (const fault of faults) {
    const { email } = journey.applicant;
    const link = alteredLink(await mail.activationLinkOf(email), fault, email);
    if (link === undefined) continue;
    await journey.tryLink(fault, link);
    if (journey.linkTries.at(-1)?.decision?.outcome === 'accepted') await journey.again('activation');
  }
}
