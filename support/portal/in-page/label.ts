/** Where an element's label was found. */
export type LabelSource = 'aria-labelledby' | 'aria-label' | 'label' | 'texte' | 'title' | 'placeholder';

/** A label as a person hears or sees it, and where it comes from. */
export interface Label {
  readonly text: string;
  readonly source: LabelSource;
}

/**
 * Returns an element's label: the first non-empty of the accessible-name sources in the order of the W3C
 * accessible name computation, the placeholder last. Runs in the page: it must stand alone.
 */
export function labelOf(element: Element): Label {
  const textOf = (id: string): string => element.ownerDocument.getElementById(id)?.textContent ?? '';
  const ids = element.getAttribute('aria-labelledby')?.split(/\s+/) ?? [];
  const labels = 'labels' in element ? Array.from((element as HTMLInputElement).labels ?? []) : [];
  const isControl = element.matches('input, select, textarea');
  const isInputButton = element.matches('input[type=submit], input[type=button], input[type=reset]');
  const image = element.querySelector('img[alt]')?.getAttribute('alt') ?? '';
  const own = isInputButton
    ? (element as HTMLInputElement).value
    : isControl
      ? ''
      : (element.textContent ?? '');
  const sources: Array<[LabelSource, string]> = [
    ['aria-labelledby', ids.map(textOf).join(' ')],
    ['aria-label', element.getAttribute('aria-label') ?? ''],
    ['label', labels.map((label) => label.textContent).join(' ')],
    ['texte', own.trim() === '' ? (element.getAttribute('alt') ?? image) : own],
    ['title', element.getAttribute('title') ?? ''],
    ['placeholder', element.getAttribute('placeholder') ?? ''],
  ];
  const found = sources.find(([, text]) => text.trim() !== '');
  return found === undefined ? { text: '', source: 'texte' } : { text: found[1].trim(), source: found[0] };
}
