/** What a page says beside a field, and what it says as a whole. */
export interface WordsAround {
  /** Label, legend, description, placeholder and what shares the field's box, as they are drawn. */
  readonly near: readonly string[];
  readonly page: string;
}

/**
 * Returns the words around a field, those that the style sheet alone writes included: many an asterisk is one of
 * them. Runs in the page: it must stand alone.
 */
export function wordsAround(field: Element): WordsAround {
  const controls = 'input:not([type=hidden]):not([type=submit]):not([type=button]), select, textarea';
  const drawn = (element: Element): string[] =>
    [element, ...Array.from(element.querySelectorAll('*'))]
      .flatMap((each) => ['::before', '::after'].map((side) => getComputedStyle(each, side).content))
      .filter((content) => content.startsWith('"'));
  const images = (element: Element): string[] =>
    Array.from(element.querySelectorAll('[alt], [title]')).map(
      (each) => `${each.getAttribute('alt') ?? ''} ${each.getAttribute('title') ?? ''}`,
    );
  const isAlone = (box: Element | null): box is Element =>
    box !== null && !box.matches('form, main, body') && box.querySelectorAll(controls).length === 1;
  let box = field;
  while (isAlone(box.parentElement)) box = box.parentElement;
  const after = field.nextElementSibling;
  const ids = ['aria-labelledby', 'aria-describedby'].flatMap(
    (name) => field.getAttribute(name)?.split(/\s+/) ?? [],
  );
  const near: Array<Element | null | undefined> = [
    ...Array.from((field as HTMLInputElement).labels ?? []),
    ...ids.map((id) => field.ownerDocument.getElementById(id)),
    field.closest('fieldset')?.querySelector(':scope > legend'),
    box,
    after?.matches(`label, ${controls}`) || after?.querySelector(controls) ? undefined : after,
  ];
  return {
    near: near
      .filter((element) => element instanceof HTMLElement)
      .flatMap((element) => [element.innerText, ...drawn(element), ...images(element)])
      .concat(field.getAttribute('placeholder') ?? ''),
    page: field.ownerDocument.body.innerText,
  };
}
