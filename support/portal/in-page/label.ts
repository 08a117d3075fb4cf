/** Where an element's label was found. */
export type LabelSource = 'aria-labelledby' | 'aria-label' | 'label' | 'texte' | 'title' | 'placeholder';

/** A label as a person hears or sees it, and where it comes from. */
export interface Label {
  readonly text: string;
  readonly source: LabelSource;
}

/**
 * Returns an element's label: the first non-empty of the accessible-name sources in the order of the W3C
 * accessible name computation, the placeholder last. Of a radio that answers a question with one other, the question
 * comes first. Runs in the page: it must stand alone.
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
  const group = element.matches('input[type=radio]')
    ? element.closest('fieldset, [role=radiogroup], tr, [role=row]')
    : null;
  const question = group?.querySelectorAll('input[type=radio]').length === 2 ? group : null;
  const asked = [
    ...(question?.getAttribute('aria-labelledby')?.split(/\s+/) ?? []).map(textOf),
    question?.getAttribute('aria-label') ?? '',
    question?.querySelector('legend, th, [role=rowheader]')?.textContent ?? '',
  ].find((text) => text.trim() !== '');
  const sources: Array<[LabelSource, string]> = [
    ['aria-labelledby', ids.map(textOf).join(' ')],
    ['aria-label', element.getAttribute('aria-label') ?? ''],
    ['label', labels.map((label) => label.textContent).join(' ')],
    ['texte', own.trim() === '' ? (element.getAttribute('alt') ?? image) : own],
    ['title', element.getAttribute('title') ?? ''],
    ['placeholder', element.getAttribute('placeholder') ?? ''],
  ];
  const found = sources.find(([, text]) => text.trim() !== '');
  const [source, text] = found ?? ['texte', ''];
  return { text: `${asked ?? ''} ${text}`.trim(), source };
}
