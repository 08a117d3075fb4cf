import { mkdirSync } from 'node:fs';
import { relative } from 'node:path';
import { readPlay } from '../reports/messages.ts';
import { parityOf } from '../reports/parity.ts';
import { HARNESS_ERROR_EXIT_CODE } from '../support/setup-error.ts';
import { runNode } from './child.ts';
import { inOut, ROOT } from './root.ts';

const CUCUMBER = 'node_modules/@cucumber/cucumber/bin/cucumber.js';

/** Plays the suite under both runners with the same seed, and compares their verdicts, scenario by scenario. */
export async function parity(): Promise<number> {
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
  const green = playwright.code === 0 && cucumber.code === 0;
  return disagreements.length === 0 && green && a.scenarios.length > 0 ? 0 : 1;
}
