/**
 * Returns the visible signs that a page refuses what was sent: an alert that says something, a field marked
 * invalid by the page or by the browser's own constraints, a text styled as an error. Runs in the page: it must
 * stand alone.
 */
export function refusalSigns(root: ParentNode): Element[] {
  const marked = 'input, select, textarea, [aria-invalid=true]';
  const invalid = (element: Element): boolean =>
    element.getAttribute('aria-invalid') === 'true' || element.matches(':user-invalid');
  // « error-free », « no-error », and what is there to catch a script's errors, say nothing of what was sent.
  const contrary = /^(?:no|non|not|without|sans|free|boundary|handler|handling|catcher|page)$/;
  const isNamedError = (element: Element): boolean =>
    Array.from(element.classList).some((name) => {
      const words = name.toLowerCase().split(/[-_]+/);
      const isError = words.some((word) => /^(?:errors?|erreurs?)$/.test(word));
      return isError && !words.some((word) => contrary.test(word));
    });
  const speaks = (element: Element): boolean => (element.textContent ?? '').trim() !== '';
  // What is around a whole page is no message.
  const isMessage = (element: Element): boolean => element.querySelector('main, h1') === null;
  const signs = [
    ...Array.from(root.querySelectorAll('[role=alert], [aria-live=assertive]')).filter(speaks),
    ...Array.from(root.querySelectorAll('[class*="error" i], [class*="erreur" i]')).filter(
      (element) => isNamedError(element) && speaks(element) && isMessage(element),
    ),
    ...Array.from(root.querySelectorAll(marked)).filter(invalid),
  ];
  return [...new Set(signs)].filter((element) => element.checkVisibility({ visibilityProperty: true }));
}

/**
 * Returns the visible texts written in red, by the style sheet or by hand: so did pages say no before they had a word
 * for it. Names of things are left out: a label, a title, a button is no message. Runs in the page: it must stand alone.
 */
export function redTexts(root: ParentNode): Element[] {
  const texts = 'p, li, div, span, td, dd, font, b, strong, em, i, small, a, output';
  const names = 'label, legend, caption, th, h1, h2, h3, button, nav, header, footer';
  const own = (element: Element): string =>
    Array.from(element.childNodes, (node) => (node.nodeType === Node.TEXT_NODE ? node.textContent : '')).join(
      '',
    );
  const isRed = (element: Element): boolean => {
    const [red = 0, green = 0, blue = 0, alpha = 1] = (
      getComputedStyle(element).color.match(/[\d.]+/g) ?? []
    ).map(Number);
    return red >= 140 && red > 2 * green && red > 2 * blue && alpha > 0.5;
  };
  return Array.from(root.querySelectorAll(texts)).filter(
    (element) =>
      /\p{L}{3}/u.test(own(element)) &&
      element.closest(names) === null &&
      element.checkVisibility({ visibilityProperty: true }) &&
      isRed(element),
  );
}
