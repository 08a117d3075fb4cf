import { mkdirSync } from 'node:fs';
import { relative } from 'node:path';
import { readCatalogue } from '../reports/catalogue.ts';
import { type Play, readPlay } from '../reports/messages.ts';
import { parityOf } from '../reports/parity.ts';
import { type RunVerdict, verdict } from '../reports/verdict.ts';
import { chosenTarget } from '../support/runner/chosen.ts';
import { HARNESS_ERROR_EXIT_CODE } from '../support/setup-error.ts';
import { LOCK_FILE } from '../support/specification/lock.ts';
import { runNode } from './child.ts';
import { onPortal } from './on-portal.ts';
import { inOut, inProject, ROOT } from './root.ts';
import { viewOf } from './target-view.ts';

/** What a person may ask of a comparison. */
export interface ParityOptions {
  /** One of the portals that we ship, served for the occasion. */
  readonly portal?: string;
}

const CUCUMBER = 'node_modules/@cucumber/cucumber/bin/cucumber.js';

/**
 * Plays the suite under both runners, compares them scenario by scenario, and demands that both certify the portal.
 * Returns the exit code.
 */
export async function parity({ portal }: ParityOptions = {}): Promise<number> {
  return portal === undefined ? compared() : onPortal(portal, compared);
}

async function compared(): Promise<number> {
  mkdirSync(inOut('cucumber'), { recursive: true });
  const playwright = await runNode(['node_modules/@playwright/test/cli.js', 'test']);
  if (playwright.interrupted || playwright.code === HARNESS_ERROR_EXIT_CODE) return playwright.code;
  // The same path as the profile's own, where DIAPASON_OUT is not set: cucumber then writes it once.
  const messages = `message:${relative(ROOT, inOut('cucumber/messages.ndjson'))}`;
  const cucumber = await runNode([CUCUMBER, '--parallel', '2', '--format', messages]);
  if (cucumber.interrupted || cucumber.code === HARNESS_ERROR_EXIT_CODE) return cucumber.code;
  const [a, b] = await Promise.all([
    readPlay(inOut('messages.ndjson')),
    readPlay(inOut('cucumber/messages.ndjson')),
  ]);
  const disagreements = parityOf(a, b);
  for (const { uri, scenario, a: left, b: right } of disagreements) {
    process.stdout.write(
      `✗ ${uri} « ${scenario} » : Playwright ${left.outcome}, cucumber-js ${right.outcome}\n`,
    );
  }
  process.stdout.write(
    `\nParité : ${a.scenarios.length} scénarios sous Playwright, ${b.scenarios.length} sous cucumber-js, ${disagreements.length} désaccords.\n`,
  );
  const isGreen = (await certified('Playwright', a)) && (await certified('cucumber-js', b));
  return disagreements.length === 0 && isGreen ? 0 : 1;
}

/** What the target lacks is played all the same, and fails: only the verdict says whether something is held against it. */
async function certified(runner: string, play: Play): Promise<boolean> {
  const catalogue = readCatalogue(inProject(LOCK_FILE));
  const judged = verdict({ catalogue, target: viewOf(await chosenTarget()), plays: [play] });
  const accused = accusations(judged);
  process.stdout.write(`${runner} : ${judged.outcome}.\n`);
  for (const sentence of accused) process.stdout.write(`✗ ${sentence}\n`);
  return judged.code === 0 && accused.length === 0;
}

function accusations({ requirements }: RunVerdict): string[] {
  const sound = ['conforme', 'non applicable'];
  return requirements
    .filter(({ outcome }) => !sound.includes(outcome))
    .map(({ requirement, outcome, scenarios }) => {
      const telling = scenarios.find((scenario) => scenario.outcome === outcome);
      return `${requirement.id}, ${outcome} : ${telling?.sentences[0] ?? ''}`;
    });
}
