import type { Decision } from '../portal/decision.ts';
import type { Guesses } from './guessing.ts';
import type { Executed } from './markup.ts';
import type { DrawnToken } from './token-study.ts';

/** A form that another site sent, and whether the portal took it. */
export interface ForeignForm {
  /** In French, which form and how: « la connexion, sans jeton ». */
  readonly name: string;
  readonly isTaken: boolean;
  /** In French, what shows it. */
  readonly seen: string;
}

/** A mail that was asked for under another host name than the portal's. */
export interface HostClaim {
  /** In French, what was asked, and how: « une inscription, avec l'en-tête Host ». */
  readonly name: string;
  readonly address: string;
}

/** What step 1 tells a third party about an address. */
export interface Told {
  readonly decision: Decision | undefined;
  /** What the page shows, line by line, without what the third party gave. */
  readonly lines: readonly string[];
}

/** What was found out in a scenario, trial by trial, to be judged by the step that follows. */
export interface Found {
  /** The passwords used, accepted or not. */
  readonly passwords: string[];
  readonly tokens: DrawnToken[];
  readonly foreignForms: ForeignForm[];
  executed: readonly Executed[];
  /** What step 1 answers, about an address that has an account first. */
  answers: readonly Told[];
  readonly guesses: Array<Guesses & { readonly secret: string }>;
  readonly hostClaims: HostClaim[];
}

/** Returns what is found out when nothing has been tried yet. */
export function nothingFound(): Found {
  return {
    passwords: [],
    tokens: [],
    foreignForms: [],
    executed: [],
    answers: [],
    guesses: [],
    hostClaims: [],
  };
}
