import { candidatesOf } from './candidates.ts';
import { labelOf } from './label.ts';
import { normalise } from './normalise.ts';
import { rank } from './rank.ts';
import { sectionHolds } from './section.ts';

/**
 * Returns the values that a page shows beside a label, in document order: of a field, a definition, a table's cell,
 * « label : valeur » in one text, or whatever follows the label. Empty when the label itself does not show. Runs in
 * the page: it and its parts may use each other and the functions imported here, nothing else.
 */
function readingsOf(root: ParentNode, wanted: readonly string[], section: string): string[] {
  const fit = (label: string): number => Math.max(...wanted.map((name) => rank(normalise(label), name)));
  const fields = candidatesOf(root, 'field').map((element) => ({
    element,
    fitness: fit(labelOf(element).text),
  }));
  const holders = candidatesOf(root, 'text').filter((element) => announces(element, wanted));
  const texts = holders
    .filter((element) => !holders.some((other) => other !== element && element.contains(other)))
    .map((element) => ({ element, fitness: fit(announcedBy(element)) }));
  const places = [...fields, ...texts].filter(({ fitness }) => fitness > 0);
  const best = Math.max(0, ...places.map(({ fitness }) => fitness));
  const equals = places.filter(({ fitness }) => fitness === best).map(({ element }) => element);
  const within = section === '' ? [] : equals.filter((element) => sectionHolds(element, section));
  const chosen = within.length > 0 ? within : equals;
  // A field's own label is a text too: what it labels is the field, already there.
  const told = chosen.filter((element) => !element.matches('label') || !fieldsHold(chosen, element));
  return told.map((element) => valueBeside(element, wanted));
}

function fieldsHold(chosen: readonly Element[], label: Element): boolean {
  return chosen.includes((label as HTMLLabelElement).control as Element);
}

/** What comes before the first « : », or the whole text. */
function announcedBy(element: Element): string {
  return (element.textContent ?? '').split(':')[0] ?? '';
}

/** A sentence that merely speaks of the thing is not its label: a label is hardly longer than the name. */
function announces(element: Element, wanted: readonly string[]): boolean {
  const label = normalise(announcedBy(element));
  const isShort = (name: string): boolean => label.split(' ').length <= name.split(' ').length + 4;
  const isLabel = element.matches('dt, th, td, label') || (element.textContent ?? '').includes(':');
  return wanted.some((name) => {
    const fitness = rank(label, name);
    return (
      fitness === 3 ||
      (fitness === 2 && (isLabel || isShort(name))) ||
      (fitness === 1 && isLabel && isShort(name))
    );
  });
}

function valueBeside(element: Element, wanted: readonly string[]): string {
  if (element.matches('input, select, textarea')) return shownIn(element);
  if (element.matches('dt')) return shownIn(nextOf(element, 'dd'));
  if (element.matches('th, td')) return cellBeside(element);
  const rest = afterLabel(squeezed(element.textContent ?? ''), wanted);
  if (normalise(rest) !== '') return rest;
  // An empty element after the label is where the value will be.
  const last = element.lastElementChild;
  return last !== null && (last.textContent ?? '').trim() === '' ? shownIn(last) : following(element);
}

function nextOf(element: Element, selector: string): Element | null {
  let next = element.nextElementSibling;
  while (next !== null && !next.matches(selector)) next = next.nextElementSibling;
  return next;
}

/** The next cell of the row; under a column's heading, the cell below. */
function cellBeside(cell: Element): string {
  const beside = cell.nextElementSibling;
  const isHeading = cell.matches('th[scope=col], thead th');
  if (!isHeading && beside !== null) return shownIn(beside);
  const column = Array.from(cell.parentElement?.children ?? []).indexOf(cell);
  const rows = Array.from(cell.closest('table')?.querySelectorAll('tr') ?? []);
  const below = rows[rows.indexOf(cell.parentElement as HTMLTableRowElement) + 1];
  return shownIn(below?.children[column] ?? null);
}

/** The words of a text that come after the label. */
function afterLabel(text: string, wanted: readonly string[]): string {
  if (text.includes(':')) return squeezed(text.slice(text.indexOf(':') + 1));
  const words = text.split(' ');
  const end = words.findIndex((_, index) => wanted.includes(normalise(words.slice(0, index + 1).join(' '))));
  return end < 0 ? '' : squeezed(words.slice(end + 1).join(' '));
}

/** What follows an element that holds the label alone: beside it, else beside what it stands in. */
function following(element: Element): string {
  let from: Node | null = element;
  for (let level = 0; level < 3 && from !== null; level += 1) {
    for (let next: Node | null = from.nextSibling; next !== null; next = next.nextSibling) {
      const isElement = next.nodeType === Node.ELEMENT_NODE;
      const text = isElement ? shownIn(next as Element) : squeezed(next.textContent ?? '');
      if (isElement || normalise(text) !== '') return text;
    }
    from = from.parentElement?.matches('section, form, fieldset, main, body') ? null : from.parentElement;
  }
  return '';
}

function shownIn(element: Element | null): string {
  const field = element?.matches('input, select, textarea')
    ? element
    : element?.querySelector('input, textarea');
  if (field instanceof HTMLSelectElement) return squeezed(field.selectedOptions[0]?.textContent ?? '');
  if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) return squeezed(field.value);
  return squeezed(element?.textContent ?? '');
}

/** One line, without the punctuation that separates it from its label. */
function squeezed(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/^[\s:–—]+/, '')
    .trim();
}

/** Waits, a moment at most, until what is read is another text, and returns what is read then. */
async function readingsAfter(
  read: () => string[],
  previous: string,
  milliseconds: number,
): Promise<string[]> {
  const end = performance.now() + milliseconds;
  while (read().join(' ; ') === previous && performance.now() < end) {
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
  return read();
}

const PARTS = [
  normalise,
  rank,
  labelOf,
  candidatesOf,
  sectionHolds,
  readingsOf,
  fieldsHold,
  announcedBy,
  announces,
  valueBeside,
  nextOf,
  cellBeside,
  afterLabel,
  following,
  shownIn,
  squeezed,
  readingsAfter,
];

/** What is looked for: normalised names, and the normalised title of their section. */
export interface Wanted {
  readonly names: readonly string[];
  readonly section: string;
  /** Normalised names of other things, which hold one of these: they keep their labels. */
  readonly others?: readonly string[];
}

/** Returns an expression that reads, in the page, the values beside a label. */
export function readingExpression({ names, section }: Wanted): string {
  const call = `readingsOf(document, ${JSON.stringify(names)}, ${JSON.stringify(section)})`;
  return `(() => { ${PARTS.map(String).join('\n')}\nreturn ${call}; })()`;
}

/** The same, once it differs from the previous reading, or when time is up. */
export function nextReadingExpression(wanted: Wanted, previous: string, milliseconds: number): string {
  const call = `readingsOf(document, ${JSON.stringify(wanted.names)}, ${JSON.stringify(wanted.section)})`;
  const next = `readingsAfter(() => ${call}, ${JSON.stringify(previous)}, ${milliseconds})`;
  return `(() => { ${PARTS.map(String).join('\n')}\nreturn ${next}; })()`;
}
