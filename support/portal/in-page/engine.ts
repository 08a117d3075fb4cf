import { candidatesOf, type Kind, type Whereabouts } from './candidates.ts';
import { labelOf } from './label.ts';
import { normalise } from './normalise.ts';
import { rank } from './rank.ts';
import { refusalSigns } from './refusal.ts';
import { sectionHolds } from './section.ts';
import { unfold } from './unfold.ts';

/** The functions the engine is made of; each runs in the page, so each must stand alone. */
const PARTS = [normalise, rank, labelOf, candidatesOf, sectionHolds, refusalSigns, unfold];

interface Engine {
  query(root: ParentNode, selector: string): Element | null;
  queryAll(root: ParentNode, selector: string): Element[];
}

/**
 * Builds the Playwright selector engine « guide »: `guide=field: numero de siret | siret @ section` finds what a
 * person would take for it: the best-ranked label among the visible candidates, within the section when several
 * remain; what no visible label answers is unfolded, where it is folded; `guide=enabled: valider` is such a button, if it can be pressed; `guide=refusal: signe @ texte | texte` is
 * what a page shows when it refuses, but for these texts. It keeps nothing: Playwright runs it in two worlds of a page.
 */
function createEngine(): Engine {
  const best = (root: ParentNode, kind: Kind, body: string, where: Whereabouts): Element[] => {
    const [names = '', section = ''] = body.split('@').map((part) => part.trim());
    const wanted = names.split('|').map((name) => name.trim());
    const ranked = candidatesOf(root, kind, where).map((element) => {
      const label = normalise(kind === 'text' ? (element.textContent ?? '') : labelOf(element).text);
      return { element, rank: Math.max(...wanted.map((name) => rank(label, name))) };
    });
    const best = Math.max(0, ...ranked.map((candidate) => candidate.rank));
    if (best === 0) return [];
    if (kind === 'text') {
      const holders = ranked.filter((candidate) => candidate.rank > 0).map((candidate) => candidate.element);
      return holders.filter(
        (element) => !holders.some((other) => other !== element && element.contains(other)),
      );
    }
    const equals = ranked
      .filter((candidate) => candidate.rank === best)
      .map((candidate) => candidate.element);
    const within = section === '' ? [] : equals.filter((element) => sectionHolds(element, section));
    return within.length > 0 ? within : equals;
  };

  const find = (root: ParentNode, kind: Kind, body: string): Element[] => {
    const shown = best(root, kind, body, 'shown');
    const folded = shown.length > 0 || kind === 'text' ? [] : best(root, kind, body, 'folded');
    for (const element of folded) unfold(element);
    return folded.length > 0 ? best(root, kind, body, 'shown') : shown;
  };

  const enabled = (button: Element): boolean => !button.matches(':disabled, [aria-disabled=true]');

  const refusals = (root: ParentNode, body: string): Element[] => {
    const known = (body.split('@')[1] ?? '').split('|').map((text) => text.trim());
    return refusalSigns(root).filter((sign) => {
      const text = normalise(sign.textContent ?? '');
      return text === '' || !known.includes(text);
    });
  };

  const queryAll = (root: ParentNode, selector: string): Element[] => {
    const colon = selector.indexOf(':');
    const kind = selector.slice(0, colon);
    const body = selector.slice(colon + 1).trim();
    if (kind === 'refusal') return refusals(root, body);
    if (kind === 'enabled') return find(root, 'button', body).filter(enabled);
    return find(root, kind as Kind, body);
  };

  return { queryAll, query: (root, selector) => queryAll(root, selector)[0] ?? null };
}

/** The name under which the engine is registered with Playwright. */
export const ENGINE_NAME = 'guide';

/** Returns the engine's source for `selectors.register`: the parts, then the factory, as one expression. */
export function engineSource(): string {
  return `(() => { ${PARTS.map(String).join('\n')}\n${String(createEngine)}\nreturn createEngine(); })()`;
}
