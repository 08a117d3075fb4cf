import { appendFileSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Decision } from './portal/decision.ts';
import type { Place } from './target/lexicon.ts';

/** Set to the file where the accounts that a run makes are listed; nothing is listed where it is not. */
export const ACCOUNTS = 'DIAPASON_ACCOUNTS';

/** The columns of the list. */
export const HEADER = ['adresse', 'siret', 'quand', 'scénario', 'état'] as const;

/** Has the accounts that this process and its children make listed in a file, which is added to where it exists. */
export function listAccountsIn(file: string): void {
  mkdirSync(dirname(file), { recursive: true });
  if (!existsSync(file)) writeFileSync(file, csvLine(HEADER));
  process.env[ACCOUNTS] = file;
}

/** Step 1 said no: there is no account. */
export const REFUSED = 'étape 1 refusée';

/** Step 1 was sent, and nobody saw the answer. */
export const UNKNOWN = 'étape 1 envoyée, réponse inconnue';

/** How far an account got, from the least; each is written when it is reached, and the last one is what counts. */
export const STATES = [
  REFUSED,
  UNKNOWN,
  'étape 2 atteinte',
  'étape 3 atteinte',
  'compte créé',
  'compte activé',
] as const;

export type State = (typeof STATES)[number];

/** Whose account it is. */
export interface Holder {
  readonly email: string;
  readonly siret: string;
}

/** What each place leads to, once it has accepted what was sent. */
const REACHED: Partial<Record<Place, State>> = {
  identification: 'étape 2 atteinte',
  information: 'étape 3 atteinte',
  workspaces: 'compte créé',
  activation: 'compte activé',
};

/**
 * The accounts that a scenario makes, for whoever must purge them from a portal that keeps them. Each line is in the
 * file before the portal is asked, so that a run cut short has forgotten none.
 */
export class Accounts {
  private readonly file: string | undefined;
  private readonly scenario: string;

  constructor(scenario: string, environment: NodeJS.ProcessEnv = process.env) {
    this.file = environment[ACCOUNTS];
    this.scenario = scenario;
  }

  /** Writes that this person is about to be sent to step 1. */
  sending(holder: Holder): void {
    this.write(holder, UNKNOWN);
  }

  /** Writes how far the portal's answer brings this person. */
  note(place: Place, { outcome }: Decision, holder: Holder): void {
    const reached = REACHED[place];
    if (outcome === 'accepted' && reached !== undefined) this.write(holder, reached);
    if (outcome === 'refused' && place === 'identification') this.write(holder, REFUSED);
  }

  private write({ email, siret }: Holder, state: State): void {
    if (this.file === undefined) return;
    appendFileSync(this.file, csvLine([email, siret, new Date().toISOString(), this.scenario, state]));
  }
}

/** The name of the list, in the folder of the reports. */
export const ACCOUNTS_FILE = 'comptes-crees.csv';

/** A line of a file that a French spreadsheet opens: semicolons, and quotes around each cell. */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(';')}\n`;
}
