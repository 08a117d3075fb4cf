import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Catalogue } from '../catalogue.ts';
import { type Diagnosis, isRight, KINDS, type Kind, MODES, type Mode, type Subject } from './diagnosis.ts';
import { figuresOf } from './figures.ts';

/** Where the committed figures stand in a project. */
export const POWER_FILE = 'reports/power.json';

const count = z.int().min(0);

const recorded = z.strictObject({
  /** Digest of the rules the figures hold for. */
  rules: z.string(),
  /** Digest of what was given to judge: ids, and what each breaks. */
  subjects: z.string(),
  figures: z.strictObject({
    right: count,
    total: count,
    equivalents: count,
    disproved: count,
    failing: count.optional(),
    rightly: count.optional(),
    exact: count.optional(),
    falseAlarms: count.optional(),
  }),
  /** What judged each subject rightly: the scenario that caught it, or the verdict; `null` when it was not. */
  by: z.record(z.string(), z.string().nullable()),
});

const record = z.partialRecord(z.enum(KINDS), z.partialRecord(z.enum(MODES), recorded));

/** The figures of one campaign, as they are committed. */
export type Recorded = z.infer<typeof recorded>;
/** The committed figures, by kind of campaign and mode. No date: the file's own history tells it. */
export type PowerRecord = z.infer<typeof record>;

/** Reads the committed figures; none at all where the file is not there. Throws a French sentence on a bad file. */
export function readRecord(path: string): PowerRecord {
  if (!existsSync(path)) return {};
  try {
    return record.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch (cause) {
    throw new Error(`Les chiffres de la puissance sont illisibles : ${path}.`, { cause });
  }
}

/** Returns the text of the file with one campaign's figures renewed. */
export function renewed(before: PowerRecord, kind: Kind, mode: Mode, measured: Recorded): string {
  const after = { ...before, [kind]: { ...before[kind], [mode]: measured } };
  return `${JSON.stringify(after, undefined, 2)}\n`;
}

/** Returns what is to be kept of a campaign over all its subjects. */
export function recordedOf(
  kind: Kind,
  mode: Mode,
  catalogue: Catalogue,
  diagnoses: readonly Diagnosis[],
): Recorded {
  const by = diagnoses.map((diagnosis): [string, string | null] => [
    diagnosis.subject.id,
    isRight(kind, diagnosis) ? judgeOf(diagnosis) : null,
  ]);
  return {
    rules: rulesDigest(catalogue),
    subjects: subjectsDigest(diagnoses.map(({ subject }) => subject)),
    figures: figuresOf(kind, mode, diagnoses),
    by: Object.fromEntries(by.sort(([a], [b]) => (a < b ? -1 : 1))),
  };
}

/** Digest of every rule; neither their order nor their place counts. */
export function rulesDigest({ requirements }: Catalogue): string {
  return digestOf(requirements.map(({ id, digest }) => `${id} ${digest}`));
}

/** Digest of what is given to judge; neither its order nor its words count. */
export function subjectsDigest(subjects: readonly Subject[]): string {
  return digestOf(
    subjects.map(({ id, breaks = '', alsoBreaks = [], equivalent }) =>
      [id, breaks, ...alsoBreaks, equivalent === undefined ? '' : 'équivalent'].join(' '),
    ),
  );
}

function judgeOf({ subject, caughtBy, verdict }: Diagnosis): string {
  return subject.equivalent === undefined ? (caughtBy ?? verdict ?? '') : 'équivalent';
}

function digestOf(lines: readonly string[]): string {
  return createHash('sha256')
    .update([...lines].sort().join('\n'))
    .digest('hex');
}
