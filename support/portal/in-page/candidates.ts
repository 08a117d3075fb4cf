/** What the driver looks for in a page. */
export type Kind = 'field' | 'choice' | 'button' | 'link' | 'text';

/**
 * Returns the visible elements of a kind, in document order. Choices are what is switched on and off, whatever
 * its make: checkbox, radio, switch or toggle button. Runs in the page: it must stand alone.
 */
export function candidatesOf(root: ParentNode, kind: Kind): Element[] {
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
  return Array.from(root.querySelectorAll(selectors[kind])).filter((element) =>
    element.checkVisibility({ visibilityProperty: true }),
  );
}
