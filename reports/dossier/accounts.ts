import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { GivenSerie } from './merge.ts';

/** The accounts that a run made, in a dossier. */
export const ACCOUNTS_FILE = 'comptes.csv';

/** Where a run lists them, in the folder of its reports; a portal that remembers has those of earlier runs there too. */
const LISTED = 'comptes-crees.csv';

/** An account that a run made: with what, and in which scenario (« features/4-activation.feature:12, autre 1 »). */
export interface DossierAccount {
  readonly email: string;
  readonly siret: string;
  readonly when: string;
  readonly scenario: string;
}

/** Returns the list of the accounts that these runs made, in the order of the scenarios, as a French spreadsheet opens it. */
export function accountsOf(given: readonly GivenSerie[]): string {
  const lines = given.flatMap(({ folder, serie }) => linesSince(join(folder, LISTED), serie.startedAt));
  const [header = ''] = given.flatMap(({ folder }) => linesIn(join(folder, LISTED)).slice(0, 1));
  const rows = lines.map((line) => ({ line, account: accountIn(line) }));
  rows.sort((a, b) => (sortKey(a.account) < sortKey(b.account) ? -1 : 1));
  return [header, ...rows.map(({ line }) => line)].map((line) => `${line}\n`).join('');
}

/** Returns the accounts of a list. */
export function accountsIn(list: string): DossierAccount[] {
  return list.split('\n').slice(1).filter(Boolean).map(accountIn);
}

function linesSince(path: string, startedAt: string): string[] {
  return linesIn(path)
    .slice(1)
    .filter((line) => accountIn(line).when >= startedAt);
}

function linesIn(path: string): string[] {
  return existsSync(path) ? readFileSync(path, 'utf8').split('\n').filter(Boolean) : [];
}

function accountIn(line: string): DossierAccount {
  const cells = [...line.matchAll(/"((?:[^"]|"")*)"/g)].map(([, cell = '']) => cell.replaceAll('""', '"'));
  const [email = '', siret = '', when = '', scenario = ''] = cells;
  return { email, siret, when, scenario };
}

function sortKey({ scenario, when, email }: DossierAccount): string {
  return JSON.stringify([scenario, when, email]);
}
