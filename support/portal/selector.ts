import type { Kind } from './in-page/candidates.ts';
import { ENGINE_NAME } from './in-page/engine.ts';
import { normalise } from './in-page/normalise.ts';

/** Returns the Playwright selector of a lexicon entry: names separated by « | », the section after « @ ». */
export function selectorOf(kind: Kind | 'enabled', names: readonly string[]): string {
  const wanted = names.map((name) => normalise(name.split('@')[0] ?? '')).join(' | ');
  const section = normalise(names.find((name) => name.includes('@'))?.split('@')[1] ?? '');
  return `${ENGINE_NAME}=${kind}: ${wanted}${section === '' ? '' : ` @ ${section}`}`;
}

/** Returns the selector of what a page shows when it refuses, these normalised texts left out. */
export function refusalSelector(known: readonly string[]): string {
  const texts = known.filter((text) => text !== '').join(' | ');
  return `${ENGINE_NAME}=refusal: signe${texts === '' ? '' : ` @ ${texts}`}`;
}
