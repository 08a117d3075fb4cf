import type { Page } from '@playwright/test';
import { FIND_PARTS, find } from '../portal/in-page/find.ts';
import type { Wanted } from '../portal/in-page/reading.ts';
import { wantedOf } from '../portal/selector.ts';
import { type Lexicon, type Place, shownName } from '../target/lexicon.ts';
import type { State } from './walk.ts';

/** What each personal field may announce (HTML, « autofill detail tokens »; WCAG 2.1, 1.3.5), best first. */
const PURPOSES: { readonly [P in Place]?: Readonly<Record<string, readonly string[]>> } = {
  identification: { email: ['email', 'username'] },
  information: {
    // Typing it anew is the point: a portal may ask the browser not to help.
    confirmEmail: ['email', 'username', 'off'],
    nom: ['family-name', 'name'],
    prenom: ['given-name', 'name'],
    contactEmail: ['email'],
    adresse: ['street-address', 'address-line1'],
    codePostal: ['postal-code'],
    ville: ['address-level2', 'address-level1'],
    pays: ['country-name', 'country'],
  },
  activation: { password: ['new-password'], confirmation: ['new-password'] },
  login: { email: ['username', 'email'], password: ['current-password'] },
  code: { email: ['email', 'username'] },
  recovery: { email: ['email', 'username'] },
};

/** A personal field, and what it announces. */
export interface Purpose {
  readonly where: string;
  readonly name: string;
  readonly wanted: readonly string[];
  readonly announced: string;
}

interface Sought {
  readonly name: string;
  readonly tokens: readonly string[];
  readonly wanted: Wanted;
}

/** What the personal fields of a journey announce. */
export class Purposes {
  readonly read: Purpose[] = [];
  private readonly page: Page;
  private readonly lexicon: Lexicon;

  constructor(page: Page, lexicon: Lexicon) {
    this.page = page;
    this.lexicon = lexicon;
  }

  /** Reads those that a state shows; one that can't be typed in asks for nothing. */
  async look({ name: where, place }: State): Promise<void> {
    const sought = place === undefined ? [] : soughtAt(place, this.lexicon);
    if (sought.length === 0) return;
    const expression = `(() => { ${FIND_PARTS.map(String).join('\n')}\n${announced}
      return ${JSON.stringify(sought.map(({ wanted }) => wanted))}.map((wanted) => announced(document, wanted)); })()`;
    const found = await this.page.evaluate<Array<string | null>>(expression);
    for (const [index, { name, tokens }] of sought.entries()) {
      const said = found[index];
      if (typeof said === 'string') this.read.push({ where, name, wanted: tokens, announced: said });
    }
  }
}

/** Returns the fields that announce something else than what they are for, each field once. */
export function misannounced(read: readonly Purpose[]): Purpose[] {
  const wrong = read.filter(({ wanted, announced: said }) => !wanted.includes(tokenOf(said)));
  return wrong.filter(
    (one, index) =>
      wrong.findIndex((other) => other.where === one.where && other.name === one.name) === index,
  );
}

/** « section-x work email webauthn » is about an e-mail: what is filled in is said by the last word but that one. */
function tokenOf(autocomplete: string): string {
  const words = autocomplete
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '' && word !== 'webauthn');
  return words.at(-1) ?? '';
}

function soughtAt(place: Place, lexicon: Lexicon): Sought[] {
  const entries: Readonly<Record<string, readonly string[]>> = lexicon[place];
  return Object.entries(PURPOSES[place] ?? {}).map(([entry, tokens]) => {
    const names = entries[entry] ?? [];
    const others = Object.entries(entries).flatMap(([other, theirs]) => (other === entry ? [] : theirs));
    return { name: shownName(names), tokens, wanted: wantedOf(names, others) };
  });
}

/** What a field announces; nothing where there is none to type in. Runs in the page: it may use `find` only. */
function announced(root: ParentNode, wanted: Wanted): string | null {
  const [field, ...others] = find(root, 'field', wanted);
  if (field === undefined || others.length > 0 || field.matches('[readonly], :disabled')) return null;
  return (field.getAttribute('autocomplete') ?? '').trim();
}
