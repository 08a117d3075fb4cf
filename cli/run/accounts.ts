import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { csvLine, HEADER, REFUSED, STATES, type State, UNKNOWN } from '../../support/accounts.ts';

/** An account that a portal may have kept, as the list tells it. */
export interface Account {
  readonly email: string;
  readonly siret: string;
  readonly when: string;
  readonly scenario: string;
  readonly state: State;
  /** Where the scenario is written, « features/4-activation.feature:12 ». */
  readonly place: string;
}

/**
 * Brings the list of accounts to one line for each, with the furthest state it reached; those that step 1 refused
 * are no accounts. A run that is cut short before this leaves every line it wrote.
 */
export function settleAccounts(file: string): Account[] {
  if (!existsSync(file)) return [];
  const [, ...rows] = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '');
  const known = new Map<string, Account>();
  for (const account of rows.map(accountIn)) {
    const key = `${account.email} ${account.siret}`;
    const before = known.get(key);
    known.set(
      key,
      before === undefined ? account : { ...before, state: stateAfter(before.state, account.state) },
    );
  }
  const accounts = [...known.values()].filter(({ state }) => state !== REFUSED);
  const lines = accounts.map(({ email, siret, when, scenario, state }) =>
    csvLine([email, siret, when, scenario, state]),
  );
  writeFileSync(file, [csvLine(HEADER), ...lines].join(''));
  return accounts;
}

function accountIn(line: string): Account {
  const cells = [...line.matchAll(/"((?:[^"]|"")*)"/g)].map(([, cell = '']) => cell.replaceAll('""', '"'));
  const [email = '', siret = '', when = '', scenario = '', state = ''] = cells;
  // A line that a killed process left unfinished tells of an account all the same.
  const told = STATES.find((known) => known === state) ?? UNKNOWN;
  return { email, siret, when, scenario, state: told, place: scenario.split(',')[0] ?? '' };
}

/** What was reached stays; before that, the last answer to step 1 counts, or that there was none. */
function stateAfter(before: State, now: State): State {
  const hasReached = (state: State): boolean => STATES.indexOf(state) > STATES.indexOf(UNKNOWN);
  if (!hasReached(before)) return now;
  return STATES.indexOf(before) > STATES.indexOf(now) ? before : now;
}
