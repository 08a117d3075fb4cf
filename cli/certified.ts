import { rmSync } from 'node:fs';
import { relative } from 'node:path';
import { type Level, readCatalogue } from '../reports/catalogue.ts';
import type { Play } from '../reports/messages.ts';
import { DEFAULT_LEVELS, type RunVerdict, verdict } from '../reports/verdict.ts';
import { chosenTarget } from '../support/runner/chosen.ts';
import { LOCK_FILE } from '../support/specification/lock.ts';
import { runNode } from './child.ts';
import { inOut, inProject, ROOT } from './root.ts';
import { viewOf } from './target-view.ts';

/** The messages of cucumber-js, beside those of Playwright. */
export const cucumberMessages = (): string => inOut('cucumber/messages.ndjson');

/** What is played of the suite: the levels of a whole run, unless told otherwise. */
export interface Scope {
  readonly levels?: readonly Level[] | undefined;
  /** « 1/3 »: a part of the scenarios; it never certifies. */
  readonly shard?: string | undefined;
}

/** Plays the suite under cucumber-js, on two workers. */
export function playUnderCucumber({
  levels = DEFAULT_LEVELS,
  shard,
}: Scope = {}): ReturnType<typeof runNode> {
  // The same path as the profile's own, where DIAPASON_OUT is not set: cucumber then writes it once.
  const messages = `message:${relative(ROOT, cucumberMessages())}`;
  const args = ['node_modules/@cucumber/cucumber/bin/cucumber.js', '--parallel', '2', '--format', messages];
  args.push('--tags', levels.map((level) => `@${level}`).join(' or '));
  if (shard !== undefined) args.push('--shard', shard);
  // A runner that does not even start must not be judged by what an earlier one, on another portal, left there.
  rmSync(cucumberMessages(), { force: true });
  return runNode(args);
}

/**
 * Judges what a runner played, and says what is held against the target. What the target lacks is played all the same,
 * and fails: only the verdict says whether it is certified.
 */
export async function isCertified(
  runner: string,
  play: Play,
  { levels, shard }: Scope = {},
): Promise<boolean> {
  const catalogue = readCatalogue(inProject(LOCK_FILE));
  const judged = verdict({
    catalogue,
    target: viewOf(await chosenTarget()),
    plays: [play],
    partial: shard !== undefined,
    ...(levels === undefined ? {} : { levels }),
  });
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
