import { candidatesOf, type Kind, type Whereabouts } from './candidates.ts';
import { labelOf } from './label.ts';
import { normalise } from './normalise.ts';
import { rank } from './rank.ts';
import type { Wanted } from './reading.ts';
import { sectionHolds } from './section.ts';
import { unfold } from './unfold.ts';

/**
 * Returns what a person would take for a thing of these names: the best-ranked labels among the visible candidates,
 * within the section when several remain; where nothing visible bears the name, the folded part that does is opened.
 * A label that fits another thing's name as well is that other's. Runs in the page: it may use what is imported here only.
 */
export function find(root: ParentNode, kind: Kind, wanted: Wanted): Element[] {
  const shown = bestOf(root, kind, wanted, 'shown');
  const folded = shown.length > 0 || kind === 'text' ? [] : bestOf(root, kind, wanted, 'folded');
  for (const element of folded) unfold(element);
  return folded.length > 0 ? bestOf(root, kind, wanted, 'shown') : shown;
}

function bestOf(
  root: ParentNode,
  kind: Kind,
  { names, section, others = [] }: Wanted,
  where: Whereabouts,
): Element[] {
  const fit = (label: string, listed: readonly string[]): number =>
    Math.max(0, ...listed.map((name) => rank(label, name)));
  const ranked = candidatesOf(root, kind, where).map((element) => {
    const label = normalise(kind === 'text' ? (element.textContent ?? '') : labelOf(element).text);
    const fitness = fit(label, names);
    return { element, rank: fit(label, others) < fitness ? fitness : 0 };
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
export const FIND_PARTS = [normalise, rank, labelOf, candidatesOf, sectionHolds, unfold, bestOf, find];
