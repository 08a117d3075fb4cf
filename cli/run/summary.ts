import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Seeds } from '../../fixtures/draw.ts';
import { readCatalogue } from '../../reports/catalogue.ts';
import { powerCitation } from '../../reports/power/citation.ts';
import { POWER_FILE, readRecord } from '../../reports/power/record.ts';
import { summaryOf } from '../../reports/summary.ts';
import type { RunVerdict } from '../../reports/verdict.ts';
import { ACCOUNTS_FILE } from '../../support/accounts.ts';
import { mailboxChoice } from '../../support/mailbox/choice.ts';
import { mailboxUrlOf } from '../../support/mailbox/of-target.ts';
import { LOCK_FILE } from '../../support/specification/lock.ts';
import { endingSoon } from '../../support/target/guard.ts';
import type { Target } from '../../support/target/target.ts';
import { inOut, inProject, shownPath } from '../root.ts';
import type { Account } from './accounts.ts';
import type { Around } from './around.ts';

/** What a summary tells beside the verdict. */
export interface Told {
  readonly target: Target;
  readonly seeds: Seeds;
  /** When the run began, in milliseconds. */
  readonly started: number;
  readonly allure: boolean;
  readonly shard: string | undefined;
  readonly around: Around;
  readonly accounts: readonly Account[];
  /** What a baseline makes of the run, in lines; none where there is no baseline. */
  readonly baseline: readonly string[];
}

const FILES: ReadonlyArray<readonly [string, string]> = [
  ['Playwright', 'playwright/index.html'],
  ['Allure', 'allure/index.html'],
  ['Cucumber', 'cucumber.html'],
  ['JUnit', 'junit.xml'],
  ['CTRF', 'ctrf.json'],
  ['EARL', 'earl.jsonld'],
  ['Badge', 'badge.svg'],
  ['Messages', 'messages.ndjson'],
  ['Rejeu, avec traces', 'rejeu/playwright/index.html'],
];

/** Returns what the terminal shows at the end of a run. */
export function summary(judged: RunVerdict, told: Told): string {
  const { allure, target, accounts, baseline } = told;
  const reports = FILES.filter(
    ([label, file]) => existsSync(inOut(file)) && (label !== 'Allure' || allure),
  ).map(([label, file]) => ({ label, path: shownPath(inOut(file)) }));
  const purge = { label: `Comptes (${accounts.length}), à purger`, path: shownPath(inOut(ACCOUNTS_FILE)) };
  return summaryOf(judged, {
    about: aboutOf(told),
    baseline,
    // The embedded portal has gone with its accounts.
    reports: target.url === undefined || accounts.length === 0 ? reports : [...reports, purge],
    colour: process.stdout.isTTY === true,
  });
}

function aboutOf({ target, seeds, started, shard, around: { version } }: Told) {
  const ending = endingSoon(target.authorised);
  return [
    ...(shard === undefined
      ? []
      : [{ label: 'Tranche', value: `${shard} ; « diapason verdict » juge les tranches réunies` }]),
    ...(version === undefined ? [] : [{ label: 'Version lue', value: version.before ?? '' }]),
    ...(ending === undefined ? [] : [{ label: 'Autorisation', value: ending }]),
    { label: 'Boîte de courriel', value: mailboxName(target) },
    { label: 'Graine', value: `${seeds.seed} (DIAPASON_SEED), tirage ${seeds.nonce}` },
    ...(seeds.challenge === undefined ? [] : [{ label: 'Défi', value: `« ${seeds.challenge} »` }]),
    { label: 'Puissance mesurée', value: citation() },
    { label: 'Durée', value: `${Math.round((Date.now() - started) / 1000)} s` },
  ];
}

/** What is known of the instrument itself, with these rules. A file that can't be read takes nothing from the run. */
export function citation(): string {
  const catalogue = readCatalogue(inProject(LOCK_FILE));
  try {
    return powerCitation(readRecord(inProject(POWER_FILE)), catalogue);
  } catch {
    return `illisible : ${POWER_FILE}`;
  }
}

/** Where to look: the trace of the second play where there is one, the pictures of the first otherwise. */
export function withProofs(judged: RunVerdict, out: string): RunVerdict {
  const first = join(out, 'playwright/index.html');
  const replay = join(out, 'rejeu/playwright/index.html');
  const scenarios = judged.requirements.flatMap((requirement) => requirement.scenarios);
  for (const scenario of scenarios) {
    if (scenario.outcome === 'conforme' || scenario.plays.length === 0) continue;
    scenario.proof ??= shownPath(scenario.plays.length > 1 && existsSync(replay) ? replay : first);
  }
  return judged;
}

/** Says in French, after a run, where the mail of a target was read. */
export function mailboxName(target: Target): string {
  if (target.mail.read !== undefined) return 'lue par « mail.read »';
  const url = mailboxUrlOf(target);
  if (url) return `Mailpit ${new URL(url).host}`;
  return mailboxChoice(undefined).kind === 'path' ? 'Mailpit du PATH' : 'embarquée';
}
