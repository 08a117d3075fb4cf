import { candidatesOf, type Kind } from './candidates.ts';
import { labelOf } from './label.ts';
import { normalise } from './normalise.ts';
import { rank } from './rank.ts';
import { sectionHolds } from './section.ts';

/**
 * Returns what a person would take for a thing of these (normalised) names: the best-ranked labels among the visible
 * candidates, within the section when several remain. Runs in the page: it may use what is imported here only.
 */
export function find(
  root: ParentNode,
  kind: Kind,
  { names, section }: { readonly names: readonly string[]; readonly section: string },
): Element[] {
  const ranked = candidatesOf(root, kind).map((element) => {
    const label = normalise(kind === 'text' ? (element.textContent ?? '') : labelOf(element).text);
    return { element, rank: Math.max(...names.map((name) => rank(label, name))) };
  });
  const best = Math.max(0, ...ranked.map((candidate) => candidate.rank));
  if (best === 0) return [];
  if (kind === 'text') {
    const holders = ranked.filter((candidate) => candidate.rank > 0).map((candidate) => candidate.element);
    return holders.filter(
      (element) => !holders.some((other) => other !== element && element.contains(other)),
    );
  }
  const equals = ranked.filter((candidate) => candidate.rank === best).map(({ element }) => element);
  const within = section === '' ? [] : equals.filter((element) => sectionHolds(element, section));
  return within.length > 0 ? within : equals;
}

/** What `find` is made of, for who writes it into an expression. */
export const FIND_PARTS = [normalise, rank, labelOf, candidatesOf, sectionHolds, find];
