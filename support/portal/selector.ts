import type { Kind } from './in-page/candidates.ts';
import { ENGINE_NAME } from './in-page/engine.ts';
import { normalise } from './in-page/normalise.ts';
import type { Wanted } from './in-page/reading.ts';

/** Returns the Playwright selector of a lexicon entry: names separated by « | », the section after « @ ». */
export function selectorOf(kind: Kind | 'enabled', names: readonly string[]): string {
  const { names: wanted, section } = wantedOf(names);
  return `${ENGINE_NAME}=${kind}: ${wanted.join(' | ')}${section === '' ? '' : ` @ ${section}`}`;
}

/** Returns what a lexicon entry looks for, normalised: its names, and the section they stand in. */
export function wantedOf(names: readonly string[]): Wanted {
  return {
    names: names.map((name) => normalise(name.split('@')[0] ?? '')),
    section: normalise(names.find((name) => name.includes('@'))?.split('@')[1] ?? ''),
  };
}

/** Returns the selector of what a page shows when it refuses, these normalised texts left out. */
export function refusalSelector(known: readonly string[]): string {
  const texts = known.filter((text) => text !== '').join(' | ');
  return `${ENGINE_NAME}=refusal: signe${texts === '' ? '' : ` @ ${texts}`}`;
}

/** The selector of all that a page may show when it refuses, whichever way it says it. */
export const everySign = `${ENGINE_NAME}=refusal: tous`;
