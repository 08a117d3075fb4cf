import { candidatesOf } from './candidates.ts';
import { labelOf } from './label.ts';
import { normalise } from './normalise.ts';
import { rank } from './rank.ts';

/** What is looked for: the normalised names of the thing, and the normalised words of its two answers. */
export interface PairWanted {
  readonly names: readonly string[];
  readonly on: readonly string[];
  readonly off: readonly string[];
}

/** What answers yes, and what answers no: two radios, two buttons, or two options of a list. */
export type Answers = readonly [on: Element, off: Element];

/**
 * Returns the pairs of answers that stand by the best fitting name, once each. Runs in the page: it and its parts may
 * use each other and the functions imported here, nothing else.
 */
export function pairsOf(root: ParentNode, wanted: PairWanted): Answers[] {
  const fitting = [...textsOf(root), ...groupsOf(root)]
    .map(({ element, text }) => ({
      element,
      fitness: Math.max(...wanted.names.map((name) => rank(normalise(text), name))),
    }))
    .filter(({ fitness }) => fitness > 0);
  const inner = fitting.filter(
    ({ element }) => !fitting.some((other) => other.element !== element && element.contains(other.element)),
  );
  const found = inner.flatMap(({ element, fitness }) => {
    const pair = pairBy(element, wanted);
    return pair === undefined ? [] : [{ pair, fitness }];
  });
  const best = Math.max(0, ...found.map(({ fitness }) => fitness));
  const pairs = found.filter(({ fitness }) => fitness === best).map(({ pair }) => pair);
  return pairs.filter(([on], index) => pairs.findIndex(([other]) => other === on) === index);
}

function textsOf(root: ParentNode): Array<{ element: Element; text: string }> {
  return candidatesOf(root, 'text').map((element) => ({ element, text: element.textContent ?? '' }));
}

/** A group that names itself otherwise than by its text. */
function groupsOf(root: ParentNode): Array<{ element: Element; text: string }> {
  const named = ':is([role=radiogroup], [role=group], fieldset, select):is([aria-label], [aria-labelledby])';
  return Array.from(root.querySelectorAll(named)).map((element) => ({
    element,
    text: labelOf(element).text,
  }));
}

/** The only pair of the nearest box around a name, or beside it. */
function pairBy(name: Element, wanted: PairWanted): Answers | undefined {
  for (let box: Element | null = name; box !== null; box = box.parentElement) {
    if (box.matches('form, main, body, table, tbody')) return undefined;
    for (const near of [box, box.nextElementSibling]) {
      const answers = near === null ? [] : answersIn(near);
      const on = answers.filter((answer) => says(answer, wanted.on, wanted.names));
      const off = answers.filter((answer) => says(answer, wanted.off, wanted.names));
      if (on[0] && off[0] && on.length === 1 && off.length === 1) return [on[0], off[0]];
      if (near === box && on.length + off.length > 2) return undefined;
    }
  }
  return undefined;
}

/** An input may be hidden under the label that draws it. */
function answersIn(box: Element): Element[] {
  const shows = (element: Element): boolean => element.checkVisibility({ visibilityProperty: true });
  return Array.from(
    box.querySelectorAll('input[type=radio], [role=radio], button, [role=button], option'),
  ).filter((answer) =>
    [answer.closest('select') ?? answer, ...Array.from((answer as HTMLInputElement).labels ?? [])].some(
      shows,
    ),
  );
}

/** « OUI », or « Engagements : OUI ». */
function says(answer: Element, words: readonly string[], names: readonly string[]): boolean {
  const label = normalise(answer instanceof HTMLOptionElement ? answer.text : labelOf(answer).text);
  if (words.includes(label)) return true;
  return [names, words].every((either) => either.some((word) => rank(label, word) > 0));
}

/** What `pairsOf` is made of, for who writes it into an expression. */
export const PAIR_PARTS = [
  normalise,
  rank,
  labelOf,
  candidatesOf,
  pairsOf,
  textsOf,
  groupsOf,
  pairBy,
  answersIn,
  says,
];

/** Returns an expression that gives, in the page, the pairs of answers of one thing. */
export function pairsExpression(wanted: PairWanted): string {
  return `(() => { ${PAIR_PARTS.map(String).join('\n')}\nreturn pairsOf(document, ${JSON.stringify(wanted)}); })()`;
}
