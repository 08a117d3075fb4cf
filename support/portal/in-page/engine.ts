import type { Kind } from './candidates.ts';
import { FIND_PARTS, find } from './find.ts';
import { normalise } from './normalise.ts';
import { redTexts, refusalSigns } from './refusal.ts';

/** The functions the engine is made of; each runs in the page, so each must stand alone. */
const PARTS = [...FIND_PARTS, refusalSigns, redTexts];

interface Engine {
  query(root: ParentNode, selector: string): Element | null;
  queryAll(root: ParentNode, selector: string): Element[];
}

/**
 * Builds the Playwright selector engine « guide »: `guide=field: numero de siret | siret @ section ! autre nom` finds
 * what a person would take for it: the best-ranked label among the visible candidates, within the section when several
 * remain, those left out that another name fits as well; folded parts are opened where nothing visible bears the name.
 * `guide=enabled: valider` is such a button, if it can be pressed. `guide=refusal: signe @ texte | texte` is what a
 * page shows when it refuses, but for these texts: in red where it says it no other way. It keeps nothing: Playwright
 * runs it in two worlds of a page.
 */
function createEngine(): Engine {
  const named = (root: ParentNode, kind: Kind, body: string): Element[] => {
    const listed = (names: string): string[] => names.split('|').map((name) => name.trim());
    const [sought = '', others = ''] = body.split('!');
    const [names = '', section = ''] = sought.split('@');
    return find(root, kind, { names: listed(names), section: section.trim(), others: listed(others) });
  };

  const enabled = (button: Element): boolean => !button.matches(':disabled, [aria-disabled=true]');

  const refusals = (root: ParentNode, body: string): Element[] => {
    const known = (body.split('@')[1] ?? '').split('|').map((text) => text.trim());
    const said = (sign: Element): string => normalise(sign.textContent ?? '');
    const isNew = (sign: Element): boolean => said(sign) === '' || !known.includes(said(sign));
    const signs = refusalSigns(root).filter(isNew);
    // A page that says no otherwise may write in red what it likes.
    const isSaid = signs.some((sign) => said(sign) !== '');
    return isSaid ? signs : [...signs, ...redTexts(root).filter(isNew)];
  };

  const queryAll = (root: ParentNode, selector: string): Element[] => {
    const colon = selector.indexOf(':');
    const kind = selector.slice(0, colon);
    const body = selector.slice(colon + 1).trim();
    if (kind === 'refusal') return refusals(root, body);
    if (kind === 'enabled') return named(root, 'button', body).filter(enabled);
    return named(root, kind as Kind, body);
  };

  return { queryAll, query: (root, selector) => queryAll(root, selector)[0] ?? null };
}

/** The name under which the engine is registered with Playwright. */
export const ENGINE_NAME = 'guide';

/** Returns the engine's source for `selectors.register`: the parts, then the factory, as one expression. */
export function engineSource(): string {
  return `(() => { ${PARTS.map(String).join('\n')}\n${String(createEngine)}\nreturn createEngine(); })()`;
}
