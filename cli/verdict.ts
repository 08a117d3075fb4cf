import { resolve } from 'node:path';
import { againstBaseline } from '../reports/baseline/baseline.ts';
import { baselineLines } from '../reports/baseline/baseline-lines.ts';
import { readCatalogue } from '../reports/catalogue.ts';
import { readPlay } from '../reports/messages.ts';
import { summaryOf } from '../reports/summary.ts';
import { type RunVerdict, type TargetView, verdict } from '../reports/verdict.ts';
import { chosenTarget } from '../support/runner/chosen.ts';
import { LOCK_FILE } from '../support/specification/lock.ts';
import { readBaseline } from './baseline/file.ts';
import { inProject, shownPath } from './root.ts';
import {
  changesAmong,
  levelsOf,
  readShard,
  refuseOtherRules,
  refuseTwice,
  type Shard,
  targetOf,
} from './shards.ts';
import { viewOf } from './target-view.ts';

/** What a person may ask of a verdict on runs already played. */
export interface VerdictOptions {
  /** The target file of the runs that do not name theirs. */
  readonly target?: string;
  /** The file of the requirements that are known not to be green. */
  readonly baseline?: string;
}

/** Judges runs already played, prints the summary, and returns the exit code. */
export async function verdictOf(
  given: readonly string[],
  { target: file, baseline: known }: VerdictOptions = {},
): Promise<number> {
  if (file !== undefined) process.env.TARGET = resolve(file);
  const shards = await Promise.all(given.map(readShard));
  const judged = await judgedTogether(shards, viewOf(await chosenTarget()));
  const reports = shards.map(({ path }, index) => ({
    label: `Messages ${index + 1}`,
    path: shownPath(path),
  }));
  const against = known === undefined ? undefined : againstKnown(judged, known);
  const baseline = against?.lines ?? [];
  process.stdout.write(
    `\n${summaryOf(judged, { reports, baseline, colour: process.stdout.isTTY === true })}\n`,
  );
  return against?.code ?? judged.code;
}

function againstKnown(judged: RunVerdict, file: string): { lines: readonly string[]; code: number } {
  const { shown, known } = readBaseline(file, readCatalogue(inProject(LOCK_FILE)), judged.target.name);
  const against = againstBaseline(judged, known, new Date());
  return { lines: baselineLines(shown, against), code: against.code };
}

/**
 * Judges runs as one: the catalogue says what should have run, so a part of the suite, whichever runner played it and
 * however it was chosen, is at best incomplete. `target` is that of the runs that do not name theirs.
 * @throws HarnessSetupError when they can't be judged together
 */
export async function judgedTogether(shards: readonly Shard[], target: TargetView): Promise<RunVerdict> {
  const catalogue = readCatalogue(inProject(LOCK_FILE));
  refuseTwice(shards);
  refuseOtherRules(shards, catalogue);
  const replays = shards.flatMap(({ replay }) => replay ?? []);
  return verdict({
    catalogue,
    target: targetOf(shards, target),
    doubts: changesAmong(shards),
    levels: levelsOf(shards, catalogue),
    plays: [
      await readPlay(...shards.map(({ path }) => path)),
      ...(replays.length === 0 ? [] : [await readPlay(...replays)]),
    ],
  });
}
