import { labelOf } from '../../portal/in-page/label.ts';

/** Where the keyboard is, as a finding says it, and the box a person looks at. */
export interface Attention {
  /** How the thing is called: « champ « Nom » ». */
  readonly name: string;
  /** What tells it from all others of the page. */
  readonly key: string;
  /** Whether it holds a text, which Tab selects: that shows, and is no focus. */
  readonly isFilled: boolean;
  /** Its box and those of its labels, in pixels of the page; of none when it is not drawn. */
  readonly box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
}

/**
 * Returns what has the focus; nothing where it is on no thing of the page, as after its last one. Runs in the page: it
 * may use `labelOf` only.
 */
function attention(root: Document): Attention | null {
  const deepest = (active: Element | null): Element | null =>
    active?.shadowRoot?.activeElement ? deepest(active.shadowRoot.activeElement) : active;
  const active = deepest(root.activeElement);
  if (active === null || active === root.body || active === root.documentElement) return null;
  const labels = Array.from((active as HTMLInputElement).labels ?? []);
  const { width, height } = active.getBoundingClientRect();
  const { opacity } = getComputedStyle(active);
  // An input may be hidden under the label that draws it, on which the focus then shows.
  const isDrawn = width > 1 && height > 1 && opacity !== '0';
  const looked = [...(isDrawn ? [active] : []), ...(isDrawn && !isSwitched(active) ? [] : labels)];
  const rects = looked.flatMap((element) => Array.from(element.getClientRects()));
  const left = Math.min(...rects.map((rect) => rect.left));
  const top = Math.min(...rects.map((rect) => rect.top));
  const box = {
    x: rects.length === 0 ? 0 : left + scrollX,
    y: rects.length === 0 ? 0 : top + scrollY,
    width: rects.length === 0 ? 0 : Math.max(...rects.map((rect) => rect.right)) - left,
    height: rects.length === 0 ? 0 : Math.max(...rects.map((rect) => rect.bottom)) - top,
  };
  const isFilled =
    active.matches('input:not([type=checkbox], [type=radio], [type=submit], [type=button]), textarea') &&
    (active as HTMLInputElement).value !== '';
  return { name: `${nounOf(active)} « ${calledOf(active)} »`, key: pathOf(active), isFilled, box };
}

function isSwitched(element: Element): boolean {
  return element.matches('input[type=checkbox], input[type=radio]');
}

function nounOf(element: Element): string {
  const nouns: ReadonlyArray<readonly [string, string]> = [
    ['a, [role=link]', 'lien'],
    ['input[type=radio], [role=radio]', 'bouton radio'],
    ['[role=switch], [aria-pressed]', 'interrupteur'],
    ['input[type=checkbox], [role=checkbox]', 'case'],
    ['button, input[type=submit], input[type=button], input[type=image], [role=button], summary', 'bouton'],
    ['select, [role=listbox], [role=combobox]', 'liste'],
    ['input, textarea, [contenteditable], [role=textbox]', 'champ'],
  ];
  return nouns.find(([selector]) => element.matches(selector))?.[1] ?? 'élément';
}

function calledOf(element: Element): string {
  const text = labelOf(element).text.replace(/\s+/g, ' ').trim();
  return text === '' ? element.tagName.toLowerCase() : text.slice(0, 60);
}

function pathOf(element: Element): string {
  const steps: string[] = [];
  for (let each: Element | null = element; each !== null; each = each.parentElement)
    steps.unshift(`${each.tagName}${Array.from(each.parentElement?.children ?? []).indexOf(each)}`);
  return steps.join('>');
}

/** Returns how many things of the page the Tab key may stop at. Runs in the page: it must stand alone. */
function stopsIn(root: Document): number {
  const all =
    'a[href], area[href], button, input:not([type=hidden]), select, textarea, summary, iframe, [tabindex], [contenteditable], audio, video';
  return Array.from(root.querySelectorAll(all)).filter(
    (element) => !element.matches(':disabled, [tabindex="-1"]') && element.checkVisibility(),
  ).length;
}

const PARTS = [labelOf, attention, isSwitched, nounOf, calledOf, pathOf, stopsIn];

const expression = (call: string): string => `(() => { ${PARTS.map(String).join('\n')}\nreturn ${call}; })()`;

/** Gives what has the focus. */
export const attentionExpression = expression('attention(document)');

/** Gives how many stops the Tab key may make in the page, at most about. */
export const stopsExpression = expression('stopsIn(document)');
