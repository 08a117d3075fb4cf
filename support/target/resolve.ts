import { basename, dirname, join } from 'node:path';
import { lexiconWith } from './lexicon.ts';
import type { TargetFile } from './schema.ts';
import type { Target } from './target.ts';

/** Returns the target that a file describes, once it satisfies the contract; `path` is the file's. */
export function resolved(file: TargetFile, path: string, secrets: readonly string[]): Target {
  const { $schema: _, extends: __, origins, login, insee, lexicon, without, ...kept } = file;
  return {
    ...kept,
    origins: originsOf(file),
    linkValidityMinutes: minutesOf(file.linkValidity ?? '60 min'),
    insee: insee.by === 'reel' ? { ...insee, claims: claimsBeside(path) } : insee,
    lexicon: lexiconWith(lexicon),
    without: without ?? {},
    ...(login === undefined ? {} : { login }),
    secrets,
  };
}

const MINUTES: Readonly<Record<string, number>> = { s: 1 / 60, min: 1, h: 60, j: 1_440 };

/** The schema has checked the form: « 60 min », « 24 h », « 7 j ». */
function minutesOf(duration: string): number {
  const [count = '', unit = ''] = duration.split(' ');
  return Number(count) * (MINUTES[unit] ?? 1);
}

function originsOf({ url, origins = [], login }: TargetFile): string[] {
  const declared = [url, ...origins, ...(login === undefined ? [] : [login.url])];
  return [...new Set(declared.map((address) => new URL(address).origin))];
}

/** Beside the file and not among the reports, which a run empties: the portal remembers from one run to the next. */
function claimsBeside(path: string): string {
  return join(dirname(path), '.diapason', basename(path));
}
