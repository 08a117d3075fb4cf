import { z } from 'zod';
import type { RequirementOutcome } from '../verdict.ts';

/** Every outcome, from the best; each is a mark of its own, which needs no colour. */
export const MARKS: Readonly<Record<RequirementOutcome, string>> = {
  conforme: '✓',
  réserve: '!',
  'non applicable': '–',
  'non jouée': '·',
  'non vérifiable': '?',
  instable: '~',
  'erreur du banc': '#',
  'non conforme': '✗',
};

const OUTCOMES = Object.keys(MARKS) as [RequirementOutcome, ...RequirementOutcome[]];

/** What is read of a verdict that was written; the rest of it is not looked at. */
const written = z.object({
  label: z.string(),
  target: z.object({ name: z.string(), url: z.string(), version: z.string().optional() }),
  version: z.object({ before: z.string().optional() }).optional(),
  requirements: z.array(
    z.object({
      requirement: z.object({ id: z.string(), sentence: z.string(), digest: z.string() }),
      outcome: z.enum(OUTCOMES),
      scenarios: z.array(z.object({ plays: z.array(z.object({ startedAt: z.number() })) })),
    }),
  ),
});

/** A run, as it is compared: what it found of each requirement, and of what. */
export interface ComparedRun {
  /** The folder it was read from, as a person would type it. */
  readonly folder: string;
  readonly label: string;
  readonly environment: { readonly name: string; readonly url: string };
  /** What the portal said it was, else what its target file says. */
  readonly version: string | undefined;
  /** When its first scenario began; `undefined` when none was played. */
  readonly startedAt: number | undefined;
  readonly requirements: ReadonlyMap<string, ComparedRequirement>;
}

export interface ComparedRequirement {
  readonly sentence: string;
  readonly digest: string;
  readonly outcome: RequirementOutcome;
}

/** Returns a run from the content of its `verdict.json`; `undefined` when it is none. */
export function comparedRun(folder: string, content: unknown): ComparedRun | undefined {
  const read = written.safeParse(content);
  if (!read.success) return undefined;
  const { label, target, version, requirements } = read.data;
  const starts = requirements.flatMap(({ scenarios }) =>
    scenarios.flatMap(({ plays }) => plays.map(({ startedAt }) => startedAt)),
  );
  return {
    folder,
    label,
    environment: { name: target.name, url: target.url },
    // The portal's own words: they may hold what a terminal obeys.
    version: (version?.before ?? target.version)?.replace(/\p{Cc}+/gu, ' '),
    startedAt: starts.length === 0 ? undefined : starts.reduce((first, start) => Math.min(first, start)),
    requirements: new Map(
      requirements.map(({ requirement: { id, sentence, digest }, outcome }) => [
        id,
        { sentence, digest, outcome },
      ]),
    ),
  };
}
