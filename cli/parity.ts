import { mkdirSync, rmSync } from 'node:fs';
import type { Level } from '../reports/catalogue.ts';
import { readPlay } from '../reports/messages.ts';
import { parityOf } from '../reports/parity.ts';
import { DEFAULT_LEVELS } from '../reports/verdict.ts';
import { OURS } from '../support/mailbox/choice.ts';
import { mailboxSaid } from '../support/mailbox/of-target.ts';
import { chosenTarget } from '../support/runner/chosen.ts';
import { HARNESS_ERROR_EXIT_CODE } from '../support/setup-error.ts';
import { cucumberMessages, isCertified, playUnderCucumber } from './certified.ts';
import { runNode } from './child.ts';
import { onPortal } from './on-portal.ts';
import { inOut } from './root.ts';
import { levelsOf } from './run/selection.ts';

/** What a person may ask of a comparison. */
export interface ParityOptions {
  /** One of the portals that we ship, served for the occasion. */
  readonly portal?: string;
  /** The levels that are played: those of a whole run, unless told otherwise. */
  readonly level?: readonly string[];
}

/**
 * Plays the suite under both runners, compares them scenario by scenario, and demands that both certify the portal.
 * Returns the exit code.
 */
export async function parity({ portal, level }: ParityOptions = {}): Promise<number> {
  const levels = levelsOf(level) ?? DEFAULT_LEVELS;
  return portal === undefined ? compared(levels) : onPortal(portal, () => compared(levels));
}

async function compared(levels: readonly Level[]): Promise<number> {
  const scope = { levels };
  mkdirSync(inOut('cucumber'), { recursive: true });
  const target = await chosenTarget();
  // Two plays, two mailboxes: the suite is seen on a real Mailpit without being played once more.
  const environment = { DIAPASON_MAILBOX: OURS };
  process.stdout.write(`Playwright — courriels : ${mailboxSaid(target, environment)}\n`);
  rmSync(inOut('messages.ndjson'), { force: true });
  const tags = levels.map((level) => `@${level}\\b`).join('|');
  const playwright = await runNode(['node_modules/@playwright/test/cli.js', 'test', '--grep', tags], {
    environment,
  });
  if (playwright.interrupted || playwright.code === HARNESS_ERROR_EXIT_CODE) return playwright.code;
  process.stdout.write(`cucumber-js — courriels : ${mailboxSaid(target)}\n`);
  const cucumber = await playUnderCucumber(scope);
  if (cucumber.interrupted || cucumber.code === HARNESS_ERROR_EXIT_CODE) return cucumber.code;
  const [a, b] = await Promise.all([readPlay(inOut('messages.ndjson')), readPlay(cucumberMessages())]);
  const disagreements = parityOf(a, b);
  for (const { uri, scenario, a: left, b: right } of disagreements) {
    process.stdout.write(
      `✗ ${uri} « ${scenario} » : Playwright ${left.outcome}, cucumber-js ${right.outcome}\n`,
    );
  }
  process.stdout.write(
    `\nParité : ${a.scenarios.length} scénarios sous Playwright, ${b.scenarios.length} sous cucumber-js, ${disagreements.length} désaccords.\n`,
  );
  const isGreen = (await isCertified('Playwright', a, scope)) && (await isCertified('cucumber-js', b, scope));
  return disagreements.length === 0 && isGreen ? 0 : 1;
}
