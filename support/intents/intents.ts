import { InTransit } from './in-transit.ts';
import { LinksTried } from './links-tried.ts';
import type { Means } from './means.ts';
import { Omissions } from './omissions.ts';
import { Passwords } from './passwords.ts';
import { Recovery } from './recovery.ts';
import { Rereadings } from './rereadings.ts';
import { SignUp } from './sign-up.ts';
import { StructureVisit } from './structure-visit.ts';

/** What a person tries beside the way of the guide, topic by topic, and what came of it. */
export interface Intents {
  readonly signUp: SignUp;
  readonly omissions: Omissions;
  readonly rereadings: Rereadings;
  readonly inTransit: InTransit;
  readonly links: LinksTried;
  readonly passwords: Passwords;
  readonly recovery: Recovery;
  readonly structureVisit: StructureVisit;
}

/** Returns the intents of one person on one portal. */
export function intentsOf(means: Means): Intents {
  return {
    signUp: new SignUp(means),
    omissions: new Omissions(means),
    rereadings: new Rereadings(means),
    inTransit: new InTransit(means),
    links: new LinksTried(means),
    passwords: new Passwords(means),
    recovery: new Recovery(means),
    structureVisit: new StructureVisit(means),
  };
}
