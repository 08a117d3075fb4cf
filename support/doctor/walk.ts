import type { Place } from '../target/lexicon.ts';
import { findingIn } from './outcome.ts';
import { type Means, Stand } from './stand.ts';
import { passLogin, seeAccount } from './step-account.ts';
import { passActivation } from './step-activation.ts';
import { passIdentification } from './step-identification.ts';
import { passInformation } from './step-information.ts';
import { seeRecovery } from './step-recovery.ts';
import { passWorkspaces } from './step-workspaces.ts';
import { Told } from './told.ts';

const STEPS = [
  passIdentification,
  passInformation,
  passWorkspaces,
  passActivation,
  passLogin,
  seeAccount,
  seeRecovery,
];

/** The names that an entry of the lexicon should have. */
export interface Learnt {
  readonly place: Place;
  readonly entry: string;
  readonly names: readonly string[];
}

/** A journey of one person through the whole portal, and what it tells. */
export interface Walked {
  readonly told: Told;
  /** The words learnt on the way, where they were not the target's. */
  readonly learnt: readonly Learnt[];
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
    told.stopped = await reasonIn(() => step(stand, told));
    if (told.stopped !== undefined) break;
  }
  return { told, learnt: learntIn(stand, told), person: { email, siret } };
}

/** What the driver finds amiss where nobody looked for it ends the journey too. */
async function reasonIn(step: () => Promise<string | undefined>): Promise<string | undefined> {
  let reason: string | undefined;
  const finding = await findingIn(async () => {
    reason = await step();
  });
  return finding ?? reason;
}

/** What `without` waives needs no name. */
function learntIn(stand: Stand, { stages }: Told): Learnt[] {
  const { without } = stand.target;
  const guessed = stages
    .flatMap(({ reports }) => reports)
    .filter(
      ({ guess, sought: { unless } }) => guess !== undefined && (unless === undefined || !without[unless]),
    );
  const entries = new Map(guessed.map(({ place, entry }) => [`${place}.${entry}`, { place, entry }]));
  return [...entries.values()].map(({ place, entry }) => ({
    place,
    entry,
    names: stand.namesOf(place, entry),
  }));
}
