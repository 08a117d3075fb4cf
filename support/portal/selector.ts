import type { Kind } from './in-page/candidates.ts';
import { ENGINE_NAME } from './in-page/engine.ts';
import { normalise } from './in-page/normalise.ts';

/** Returns the Playwright selector of a lexicon entry: names separated by « | », the section after « @ ». */
export function selectorOf(kind: Kind | 'enabled', names: readonly string[]): string {
  const wanted = names.map((name) => normalise(name.split('@')[0] ?? '')).join(' | ');
  const section = normalise(names.find((name) => name.includes('@'))?.split('@')[1] ?? '');
  return `${ENGINE_NAME}=${kind}: ${wanted}${section === '' ? '' : ` @ ${section}`}`;
}

/** The selector of what a page shows when it refuses. */
export const REFUSAL_SELECTOR = `${ENGINE_NAME}=refusal: signe`;

/** The selector that notes what looks like a refusal on a step just reached, and matches nothing. */
export const MARK_SELECTOR = `${ENGINE_NAME}=mark: bandeau`;
