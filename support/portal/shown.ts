import type { Page } from '@playwright/test';

/** What a person reads on a page. */
export interface Shown {
  /** The visible text, as it is written and not as a style sheet sets it (capitals, doubled spaces). */
  readonly text: string;
  /** What the visible fields hold, passwords left out. */
  readonly values: readonly string[];
}

/** Reads all that a page shows. */
export async function shownOn(page: Page): Promise<Shown> {
  return page.evaluate(readPage);
}

/** Says whether a page shows a text, in its own text or in a field; runs of spaces count as one. */
export function showsText({ text, values }: Shown, wanted: string): boolean {
  return [text, ...values].some((shown) => squeezed(shown).includes(squeezed(wanted)));
}

/** Returns the text with runs of spaces as one. */
export function squeezed(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** Runs in the page: it must stand alone. */
function readPage(): Shown {
  const isVisible = (element: Element | null): boolean =>
    element !== null &&
    !element.matches('script, style, template, noscript, option, textarea') &&
    element.checkVisibility({ visibilityProperty: true });
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let text = '';
  while (walker.nextNode()) {
    if (isVisible(walker.currentNode.parentElement)) text += walker.currentNode.textContent ?? '';
  }
  const fields = Array.from(
    document.querySelectorAll<HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement>(
      'input:not([type=hidden], [type=checkbox], [type=radio], [type=submit], [type=button], [type=password]), select, textarea',
    ),
  ).filter((field) => field.checkVisibility({ visibilityProperty: true }));
  const held = (field: (typeof fields)[number]): string[] =>
    field instanceof HTMLSelectElement
      ? Array.from(field.selectedOptions, (option) => option.text)
      : [field.value];
  return { text, values: fields.flatMap(held) };
}
