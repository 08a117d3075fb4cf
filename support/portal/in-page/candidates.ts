/** What the driver looks for in a page. */
export type Kind = 'field' | 'choice' | 'button' | 'link' | 'text';

/** Where candidates are looked for: on the page as it shows, or in its folded parts. */
export type Whereabouts = 'shown' | 'folded';

/**
 * Returns the visible elements of a kind, or the folded ones, in document order. Choices are what is switched on and off, whatever
 * its make: checkbox, radio, switch or toggle button; of two radios that answer one question, the one that says yes.
 * Runs in the page: it must stand alone.
 */
export function candidatesOf(root: ParentNode, kind: Kind, where: Whereabouts = 'shown'): Element[] {
  const selectors: Record<Kind, string> = {
    field:
      'input:not([type=hidden]):not([type=submit]):not([type=button]):not([type=reset]):not([type=image]):not([type=checkbox]):not([type=radio]), select, textarea, [role=textbox], [role=combobox], [contenteditable=true]',
    choice:
      'input[type=checkbox], input[type=radio], [role=checkbox], [role=switch], [role=radio], [aria-pressed]',
    button:
      'button:not([aria-pressed]):not([role=switch]), input[type=submit], input[type=button], input[type=image], [role=button]:not([aria-pressed])',
    link: 'a[href], [role=link]',
    text: 'h1, h2, h3, h4, h5, h6, p, li, dt, dd, th, td, caption, legend, label, output, strong, span, div',
  };
  // Not « on »: it is what a radio sends when nothing else is written.
  const yes = /\b(oui|yes|true|1|ouvert|ouvrir|activer|actif)\b/i;
  const saysYes = (radio: HTMLInputElement): boolean =>
    [radio.value, radio.ariaLabel, ...Array.from(radio.labels ?? [], (label) => label.textContent)].some(
      (text) => yes.test(text ?? ''),
    );
  const isRadio = (element: Element): element is HTMLInputElement => element.matches('input[type=radio]');
  const isTheNo = (element: Element): boolean => {
    if (!isRadio(element) || element.name === '') return false;
    const pair = Array.from(root.querySelectorAll('input[type=radio]'))
      .filter(isRadio)
      .filter((radio) => radio.name === element.name && radio.form === element.form);
    return pair.length === 2 && element !== (pair.find(saysYes) ?? pair[0]);
  };
  const isThere = (element: Element): boolean => {
    const shows = element.checkVisibility({ visibilityProperty: true });
    return where === 'shown' ? shows : !shows && element.closest('details:not([open])') !== null;
  };
  return Array.from(root.querySelectorAll(selectors[kind])).filter(
    (element) => isThere(element) && !isTheNo(element),
  );
}
