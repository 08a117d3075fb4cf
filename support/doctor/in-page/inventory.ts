import { candidatesOf, type Kind } from '../../portal/in-page/candidates.ts';
import { FIND_PARTS, find } from '../../portal/in-page/find.ts';
import { type LabelSource, labelOf } from '../../portal/in-page/label.ts';
import { PAIR_PARTS, type PairWanted, pairsOf } from '../../portal/in-page/pair.ts';
import type { Wanted } from '../../portal/in-page/reading.ts';

/** What stands on a page and could be named. */
export interface Thing {
  readonly kind: Kind;
  readonly label: string;
  /** Where the label comes from; of a text, the tag that holds it. */
  readonly source: LabelSource | 'titre' | 'paire';
  /** The nearest title around it; empty where there is none. */
  readonly section: string;
  /** The rank of the form that holds it; -1 out of any. */
  readonly form: number;
  /** Of a field, its type; of a text, its tag. */
  readonly type: string;
  readonly autocomplete: string;
  /** What the page calls it for its own use: name, identifier, or the address it leads to. */
  readonly technical: string;
  /** Whether the page demands it, by the browser's own constraint. */
  readonly required: boolean;
}

/** One entry looked for, as the driver does. */
export interface Request {
  readonly key: string;
  readonly kinds: readonly Kind[];
  readonly wanted: Wanted;
  /** Of a choice: the pair of answers that may stand for it. */
  readonly pair?: PairWanted;
}

/** What a page shows, and which of it answers each request, by its rank among the things. */
export interface Inventory {
  readonly title: string;
  readonly things: readonly Thing[];
  readonly matches: Readonly<Record<string, readonly number[]>>;
}

/** An element under one of the forms it has: what both answers OUI and NON stand for is one thing. */
interface Listed {
  readonly element: Element;
  readonly kind: Kind;
  readonly isPair: boolean;
}

/** Runs in the page: it and its parts may use each other and the functions imported here, nothing else. */
function inventory(root: Document, requests: readonly Request[]): Inventory {
  const answers = requests.map((request) => [request.key, answering(root, request)] as const);
  // What is folded comes last: whoever looks for it opens what hides it.
  const listed: Listed[] = [...thingsIn(root, 'shown'), ...thingsIn(root, 'folded')];
  const rankOf = (wanted: Listed): number => {
    const { element, kind, isPair } = wanted;
    const rank = listed.findIndex((each) => each.element === element && each.kind === kind && !isPair);
    return rank >= 0 ? rank : listed.push(wanted) - 1;
  };
  const matches = Object.fromEntries(answers.map(([key, found]) => [key, found.map(rankOf)]));
  return { title: root.title, things: listed.map(thingOf), matches };
}

function thingsIn(root: Document, where: 'shown' | 'folded'): Listed[] {
  const kinds: readonly Kind[] =
    where === 'shown' ? ['field', 'choice', 'button', 'link', 'text'] : ['field', 'choice'];
  return kinds.flatMap((kind) =>
    candidatesOf(root, kind, where)
      .filter((element) => kind !== 'text' || speaksForItself(element))
      .map((element) => ({ element, kind, isPair: false })),
  );
}

/** As the driver takes it: a link before a button, and a pair of answers where no control bears the name. */
function answering(root: Document, { kinds, wanted, pair }: Request): Listed[] {
  for (const kind of kinds) {
    const found = find(root, kind, wanted);
    const isPlain = pair === undefined || (found.length === 1 && !found[0]?.matches('[type=radio]'));
    const [answers, ...others] = isPlain || pair === undefined ? [] : pairsOf(root, pair);
    if (answers !== undefined && others.length === 0) return [{ element: answers[0], kind, isPair: true }];
    if (found.length > 0) return found.map((element) => ({ element, kind, isPair: false }));
  }
  return [];
}

/** A short text of its own, not a box around others. */
function speaksForItself(element: Element): boolean {
  const own = Array.from(element.childNodes).some(
    (node) => node.nodeType === Node.TEXT_NODE && (node.textContent ?? '').trim() !== '',
  );
  const length = (element.textContent ?? '').trim().length;
  return (own || element.matches('h1, h2, h3, legend, caption')) && length > 1 && length < 300;
}

function thingOf({ element, kind, isPair }: Listed): Thing {
  const isTitle = element.matches('h1, h2, h3, h4, h5, h6, legend, caption');
  const { text, source } =
    kind === 'text'
      ? { text: element.textContent ?? '', source: isTitle ? ('titre' as const) : ('texte' as const) }
      : labelOf(element);
  const attribute = (name: string): string => element.getAttribute(name) ?? '';
  const form = (element as HTMLInputElement).form ?? element.closest('form');
  return {
    kind,
    label: text.replace(/\s+/g, ' ').trim(),
    source: isPair ? 'paire' : source,
    section: sectionAround(element),
    form: Array.from(document.forms).indexOf(form as HTMLFormElement),
    type:
      kind === 'text' || element.matches('select')
        ? element.localName
        : ((element as HTMLInputElement).type ?? ''),
    autocomplete: attribute('autocomplete'),
    technical: [attribute('name'), element.id, attribute('href'), attribute('formaction')].join(' ').trim(),
    required: element.matches(':required, [aria-required=true]'),
  };
}

/** The first title met on the way up, as the driver reads « Nom @ Section ». */
function sectionAround(element: Element): string {
  for (let box = element.parentElement; box !== null; box = box.parentElement) {
    const title = Array.from(box.children).find(
      (child) => child !== element && child.matches('h1,h2,h3,h4,h5,h6,legend,caption,header'),
    );
    const name = title?.textContent ?? box.getAttribute('aria-label') ?? '';
    if (name.trim() !== '' && !title?.contains(element)) return name.replace(/\s+/g, ' ').trim();
  }
  return '';
}

const PARTS = new Set<unknown>([
  ...FIND_PARTS,
  ...PAIR_PARTS,
  inventory,
  thingsIn,
  answering,
  speaksForItself,
  thingOf,
  sectionAround,
]);

/** Returns an expression that gives, in the page, what it shows and what of it answers each request. */
export function inventoryExpression(requests: readonly Request[]): string {
  return `(() => { ${[...PARTS].map(String).join('\n')}\nreturn inventory(document, ${JSON.stringify(requests)}); })()`;
}
