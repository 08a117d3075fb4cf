import { FIND_PARTS, find } from '../../portal/in-page/find.ts';
import type { Wanted } from '../../portal/in-page/reading.ts';

/** What a technology of assistance tells of a field, and of the page, at a moment. */
export interface Told {
  /** Whether the field is marked as wrong, by the page or by the browser. */
  readonly isMarked: boolean;
  /** The texts tied to the field: its labels, what describes it, its message. */
  readonly tied: readonly string[];
  /** What the browser itself says of the field on which it has put the focus. */
  readonly native: string;
  /** What the live regions say. */
  readonly live: readonly string[];
  /** What is read of the thing that has the focus, with what is tied to it; empty where nothing has it. */
  readonly focused: string;
}

/** Reads what is told. Runs in the page: it may use `find` and its own parts only. */
function toldNow(root: Document, wanted: Wanted): Told {
  const [field] = find(root, 'field', wanted);
  const live = root.querySelectorAll(
    '[role=alert], [role=status], [role=log], [aria-live=polite], [aria-live=assertive], output',
  );
  const active = root.activeElement === root.body ? null : root.activeElement;
  const input = field as HTMLInputElement | undefined;
  return {
    isMarked: field?.getAttribute('aria-invalid') === 'true' || field?.matches(':user-invalid') === true,
    tied: field === undefined ? [] : tiedTo(field),
    native: active !== null && active === field ? (input?.validationMessage ?? '') : '',
    live: Array.from(live, textOf).filter((text) => text !== ''),
    focused: active === null ? '' : [...tiedTo(active), textOf(active)].join(' ').trim(),
  };
}

/** The labels of a thing, what describes it, its message. */
function tiedTo(element: Element): string[] {
  const ids = ['aria-errormessage', 'aria-describedby', 'aria-labelledby'].flatMap(
    (name) => element.getAttribute(name)?.split(/\s+/) ?? [],
  );
  const labels = Array.from((element as HTMLInputElement).labels ?? []);
  const described = ids.flatMap((id) => element.ownerDocument.getElementById(id) ?? []);
  return [...labels, ...described].map(textOf).filter((text) => text !== '');
}

/** What is hidden from the ears is not told. */
function textOf(element: Element): string {
  if (element.closest('[aria-hidden=true]') !== null) return '';
  // A region that is hidden from the eyes by its size is still heard; one that is not rendered is not.
  const isRendered =
    element.checkVisibility({ visibilityProperty: true }) || element.matches('p, span, div, small, label');
  return isRendered ? (element.textContent ?? '').replace(/\s+/g, ' ').trim() : '';
}

const PARTS = [...FIND_PARTS, toldNow, tiedTo, textOf];

/** Returns an expression that reads what is told of a field, and of the page. */
export function toldExpression(wanted: Wanted): string {
  return `(() => { ${PARTS.map(String).join('\n')}\nreturn toldNow(document, ${JSON.stringify(wanted)}); })()`;
}
