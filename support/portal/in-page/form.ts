import { FIND_PARTS, find } from './find.ts';
import type { Wanted } from './reading.ts';

/** A field, and what is to be typed or chosen in it. */
export interface Filling extends Wanted {
  readonly value: string;
}

/**
 * Types or chooses each value as a person would and as Playwright does (focus, selection, then the browser's own
 * editing, which sends trusted events), letting the page's script react in between. Returns, for each, whether the
 * field now holds it; a field that is missing, ambiguous, disabled or of another make is left alone. Runs in the page.
 */
async function fillIn(root: Document, fillings: readonly Filling[]): Promise<boolean[]> {
  const held: boolean[] = [];
  for (const filling of fillings) {
    const [field, ...others] = find(root, 'field', filling);
    held.push(field !== undefined && others.length === 0 && put(field, filling.value));
    await turn();
  }
  return held;
}

function put(field: Element, value: string): boolean {
  if (field.matches(':disabled, [aria-disabled=true], [readonly]')) return false;
  if (field instanceof HTMLSelectElement) return chooseIn(field, value);
  if (!(field instanceof HTMLTextAreaElement) && !isTyped(field)) return false;
  field.focus();
  if (field.ownerDocument.activeElement !== field) return false;
  field.select();
  // The editing command tells nobody beforehand, as the browser does when a hand types.
  const about = { inputType: 'insertText', data: value, bubbles: true, cancelable: true, composed: true };
  if (!field.dispatchEvent(new InputEvent('beforeinput', about))) return false;
  field.ownerDocument.execCommand(value === '' ? 'delete' : 'insertText', false, value);
  return field.value === value;
}

/** Dates, colours and files are not typed letter by letter. */
function isTyped(field: Element): field is HTMLInputElement {
  return (
    field instanceof HTMLInputElement &&
    ['text', 'email', 'tel', 'password', 'search', 'url', 'number'].includes(field.type)
  );
}

/** Only an answer of that very name: what else will do is not decided here. */
function chooseIn(list: HTMLSelectElement, value: string): boolean {
  const wanted = value.replace(/\s+/g, ' ').trim();
  const answer = Array.from(list.options).find(
    (option) => !option.disabled && option.text === wanted && wanted !== '',
  );
  if (answer === undefined || list.multiple) return false;
  list.focus();
  answer.selected = true;
  list.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
  list.dispatchEvent(new Event('change', { bubbles: true }));
  return list.selectedOptions[0] === answer;
}

/** Lets what the page has to do be done; a timer would be held back after a few. */
function turn(): Promise<void> {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}

/** What each field holds, as a person reads it; nothing for one that is missing or ambiguous. Runs in the page. */
function held(root: Document, fields: readonly Wanted[]): Array<string | null> {
  return fields.map((wanted) => {
    const [field, ...others] = find(root, 'field', wanted);
    return field === undefined || others.length > 0 ? null : readValue(field);
  });
}

/** Returns what a field holds; of a list, the answer a person reads. Runs in the page: it must stand alone. */
export function readValue(element: Element): string {
  if (element instanceof HTMLSelectElement) {
    return element.value === '' ? '' : (element.selectedOptions[0]?.text ?? '');
  }
  return 'value' in element ? String(element.value) : (element.textContent ?? '');
}

const PARTS = [...FIND_PARTS, fillIn, put, isTyped, chooseIn, turn, held, readValue];

/** Returns an expression that fills in fields of the page and says which hold their value. */
export function fillingExpression(fillings: readonly Filling[]): string {
  return expression(`fillIn(document, ${JSON.stringify(fillings)})`);
}

/** Returns an expression that reads what fields of the page hold. */
export function heldExpression(fields: readonly Wanted[]): string {
  return expression(`held(document, ${JSON.stringify(fields)})`);
}

function expression(call: string): string {
  return `(() => { ${PARTS.map(String).join('\n')}\nreturn ${call}; })()`;
}
