import { join } from 'node:path';
import { type Catalogue, readCatalogue } from './catalogue.ts';
import { type Play, readPlay } from './messages.ts';
import { type RunVerdict, type VerdictInput, verdict } from './verdict.ts';

/** Messages that each runner really wrote, of the features in `bench/recordings`; see `record.ts` there. */
const FOLDER = join(import.meta.dirname, 'recordings');

export const RUNNERS = ['playwright', 'cucumber-js'] as const;

export type Runner = (typeof RUNNERS)[number];

/** The path of a recording. */
export function recordingPath(runner: Runner, name: string): string {
  return join(FOLDER, runner, `${name}.ndjson`);
}

/** One play, from one recording or from those of its shards. */
export function recorded(runner: Runner, ...names: string[]): Promise<Play> {
  return readPlay(...names.map((name) => recordingPath(runner, name)));
}

/** The catalogue of the features named, or of all those that were recorded. */
export function catalogueFor(...features: string[]): Catalogue {
  const catalogue = readCatalogue(join(FOLDER, 'catalogue.json'));
  if (features.length === 0) return catalogue;
  const files = features.map((name) => `features/${name}.feature`);
  return {
    ...catalogue,
    requirements: catalogue.requirements.filter(({ feature }) => files.includes(feature)),
  };
}

/** The target whose portal the recordings are of: it has no captcha, which waives EX-9.04. */
export const WITHOUT_CAPTCHA = { name: 'Portail', url: 'https://recette.acme.test/', lacks: ['captcha'] };

/** Judges plays of `entier.feature` unless told otherwise. */
export function judge(plays: readonly Play[], more: Partial<VerdictInput> = {}): RunVerdict {
  return verdict({ catalogue: catalogueFor('entier'), target: WITHOUT_CAPTCHA, plays, ...more });
}

/** Each requirement's outcome, by its id. */
export function outcomesOf({ requirements }: RunVerdict): Record<string, string> {
  return Object.fromEntries(requirements.map(({ requirement: { id }, outcome }) => [id, outcome]));
}
