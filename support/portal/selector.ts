import type { Kind } from './in-page/candidates.ts';
import { ENGINE_NAME } from './in-page/engine.ts';
import { normalise } from './in-page/normalise.ts';
import { rank } from './in-page/rank.ts';
import type { Wanted } from './in-page/reading.ts';

/**
 * Returns the Playwright selector of a lexicon entry: names separated by « | », the section after « @ », and after
 * « ! » those names of other entries that hold one of these: « adresse » must not take what is « adresse de contact ».
 */
export function selectorOf(
  kind: Kind | 'enabled',
  names: readonly string[],
  others: readonly string[] = [],
): string {
  const { names: wanted, section, others: longer = [] } = wantedOf(names, others);
  return [
    `${ENGINE_NAME}=${kind}: ${wanted.join(' | ')}`,
    ...(section === '' ? [] : [`@ ${section}`]),
    ...(longer.length === 0 ? [] : [`! ${longer.join(' | ')}`]),
  ].join(' ');
}

/** As many as the lexicons of a process have entries: each scenario asks for the same ones, some hundred times. */
const known = new Map<string, Wanted>();

/** Returns what a lexicon entry looks for, normalised: its names, their section, and the longer names of others. */
export function wantedOf(names: readonly string[], others: readonly string[] = []): Wanted {
  const key = JSON.stringify([names, others]);
  const wanted = known.get(key) ?? soughtBy(names, others);
  known.set(key, wanted);
  return wanted;
}

function soughtBy(names: readonly string[], others: readonly string[]): Wanted {
  const wanted = bare(names);
  const longer = bare(others).filter(
    (other) => !wanted.includes(other) && wanted.some((name) => rank(other, name) > 0),
  );
  const section = normalise(names.find((name) => name.includes('@'))?.split('@')[1] ?? '');
  return { names: wanted, section, ...(longer.length === 0 ? {} : { others: [...new Set(longer)] }) };
}

function bare(names: readonly string[]): string[] {
  return names.map((name) => normalise(name.split('@')[0] ?? ''));
}

/** Returns the selector of what a page shows when it refuses, these normalised texts left out. */
export function refusalSelector(known: readonly string[]): string {
  const texts = known.filter((text) => text !== '').join(' | ');
  return `${ENGINE_NAME}=refusal: signe${texts === '' ? '' : ` @ ${texts}`}`;
}
