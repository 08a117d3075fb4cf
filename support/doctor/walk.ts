import { type Means, Stand } from './stand.ts';
import { passLogin, seeAccount } from './step-account.ts';
import { passActivation } from './step-activation.ts';
import { passIdentification } from './step-identification.ts';
import { passInformation } from './step-information.ts';
import { passWorkspaces } from './step-workspaces.ts';
import { Told } from './told.ts';

const STEPS = [passIdentification, passInformation, passWorkspaces, passActivation, passLogin, seeAccount];

/** A journey of one person through the whole portal, and what it tells. */
export interface Walked {
  readonly told: Told;
  readonly person: { readonly email: string; readonly siret: string };
}

/**
 * Signs one person up, as far as the portal lets be gone, and tells what each page shows of the target's words.
 * @throws PortalLost, MeansMissing and whatever else is not the portal's fault
 */
export async function walk(means: Means): Promise<Walked> {
  const stand = new Stand(means);
  const told = new Told();
  const { email, siret } = stand.person.applicant;
  for (const step of STEPS) {
    told.stopped = await step(stand, told);
    if (told.stopped !== undefined) break;
  }
  return { told, person: { email, siret } };
}
