import { labelOf } from '../../portal/in-page/label.ts';

/** How a page is laid out, as far as a person may be hindered. */
export interface Layout {
  /** How many pixels wider than the screen the page is, and what makes it so. */
  readonly overflow: { readonly by: number; readonly widest: readonly string[] };
  /** What is cut: out of the screen without a way to scroll to it, or under the edge of its own box. */
  readonly cut: readonly string[];
  /** Pairs of controls that lie one on the other. */
  readonly overlapping: readonly string[];
  /** The words that show, each line of text once. */
  readonly lines: readonly string[];
}

/** A pixel of rounding on each side. */
const SLACK = 2;

/** Reads the layout of a page. Runs in the page: it may use its own parts and `labelOf` only. */
function layoutOf(root: Document, slack: number): Layout {
  const width = root.documentElement.clientWidth;
  const all = Array.from(root.body.querySelectorAll('*')).filter((element) => isDrawn(element));
  const by = Math.max(0, (root.scrollingElement ?? root.documentElement).scrollWidth - width);
  const beyond = (element: Element): boolean => element.getBoundingClientRect().right > width + slack;
  const wide = all.filter((element) => beyond(element) && !isScrolled(element));
  const widest = wide.filter(
    (element) => !wide.some((other) => other !== element && element.contains(other)),
  );
  return {
    overflow: { by: by > slack ? by : 0, widest: by > slack ? widest.slice(0, 3).map(called) : [] },
    cut: [...new Set([...(by > slack ? [] : widest), ...all.filter((one) => isCut(one, slack))])]
      .slice(0, 5)
      .map(called),
    overlapping: overlaps(all, slack).slice(0, 5),
    lines: linesOf(root),
  };
}

/** What is drawn for the eyes: text kept for the ears alone is a pixel wide. */
function isDrawn(element: Element): boolean {
  if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return false;
  const { width, height } = element.getBoundingClientRect();
  if (width <= 1 || height <= 1) return false;
  for (let box: Element | null = element; box !== null; box = box.parentElement) {
    const { clipPath, position, overflow } = getComputedStyle(box);
    const rect = box.getBoundingClientRect();
    if (position === 'absolute' && overflow === 'hidden' && rect.width <= 1) return false;
    if (clipPath === 'inset(50%)' || clipPath === 'inset(100%)') return false;
    // Put out of the page on purpose, to come with the focus.
    if (position === 'absolute' && (rect.right <= 0 || rect.bottom + scrollY <= 0)) return false;
  }
  return true;
}

/** Whether it stands in a box of its own that scrolls sideways: a wide table may. */
function isScrolled(element: Element): boolean {
  for (let box = element.parentElement; box !== null && box !== document.body; box = box.parentElement)
    if (['auto', 'scroll'].includes(getComputedStyle(box).overflowX) && box.scrollWidth > box.clientWidth)
      return true;
  return false;
}

/** Whether its own text goes under its edge, in either direction, with no way to see it. */
function isCut(element: Element, slack: number): boolean {
  const { overflowX, overflowY, textOverflow } = getComputedStyle(element);
  const hides = (overflow: string): boolean => ['hidden', 'clip'].includes(overflow);
  const own = Array.from(element.childNodes).some(
    (node) => node.nodeType === Node.TEXT_NODE && (node.textContent ?? '').trim() !== '',
  );
  const speaks = own || (element.textContent ?? '').trim() !== '';
  if (!speaks || element.matches('select, option')) return false;
  const isWide = hides(overflowX) && element.scrollWidth > element.clientWidth + slack;
  const isHigh = hides(overflowY) && element.scrollHeight > element.clientHeight + slack;
  return (isWide && (own || textOverflow === 'ellipsis' || isHigh)) || isHigh || isWide;
}

/** Controls that a finger could not tell apart; those that one holds in the other are one. */
function overlaps(all: readonly Element[], slack: number): string[] {
  const targets =
    'a[href], button, input:not([type=hidden]), select, textarea, summary, [role=button], [role=switch]';
  const controls = all.filter((element) => element.matches(targets));
  const rects = controls.map((element) => Array.from(element.getClientRects()));
  const found: string[] = [];
  for (const [index, control] of controls.entries())
    for (let other = index + 1; other < controls.length; other += 1) {
      const beside = controls[other] as Element;
      if (control.contains(beside) || beside.contains(control)) continue;
      const meet = (rects[index] ?? []).some((one) =>
        (rects[other] ?? []).some(
          (two) =>
            Math.min(one.right, two.right) - Math.max(one.left, two.left) > slack &&
            Math.min(one.bottom, two.bottom) - Math.max(one.top, two.top) > slack,
        ),
      );
      if (meet) found.push(`${called(control)} et ${called(beside)}`);
    }
  return found;
}

function linesOf(root: Document): string[] {
  const words = root.body.innerText
    .split(/[\n\t]/)
    .map((line) => line.replace(/\s+/g, ' ').trim().toLowerCase());
  const held = Array.from(root.querySelectorAll('input:not([type=hidden]), select, textarea, button')).filter(
    (element) => element.checkVisibility({ visibilityProperty: true }),
  );
  return [
    ...new Set([...words, ...held.map((element) => `champ ${labelOf(element).text.toLowerCase()}`)]),
  ].filter((line) => line !== '');
}

function called(element: Element): string {
  const label = element.matches('input, select, textarea')
    ? labelOf(element).text
    : (element.textContent ?? '');
  const text = label.replace(/\s+/g, ' ').trim();
  const name =
    element.id === '' ? element.tagName.toLowerCase() : `${element.tagName.toLowerCase()}#${element.id}`;
  return text === '' ? `\`${name}\`` : `\`${name}\` « ${text.length > 50 ? `${text.slice(0, 50)}…` : text} »`;
}

const PARTS = [labelOf, layoutOf, isDrawn, isScrolled, isCut, overlaps, linesOf, called];

/** Gives the layout of the page. */
export const layoutExpression = `(() => { ${PARTS.map(String).join('\n')}\nreturn layoutOf(document, ${SLACK}); })()`;
