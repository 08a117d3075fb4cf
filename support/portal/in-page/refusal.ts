/**
 * Returns the visible signs that a page refuses what was sent: an alert that says something, a field marked
 * invalid by the page or by the browser's own constraints, a text styled as an error. Runs in the page: it must
 * stand alone.
 */
export function refusalSigns(root: ParentNode): Element[] {
  const speaking =
    '[role=alert], [aria-live=assertive], .error, .erreur, [class*="-error"], [class*="error-"], [class*="-erreur"], [class*="erreur-"]';
  const marked = 'input, select, textarea, [aria-invalid=true]';
  const invalid = (element: Element): boolean =>
    element.getAttribute('aria-invalid') === 'true' || element.matches(':user-invalid');
  return [
    ...Array.from(root.querySelectorAll(speaking)).filter(
      (element) => (element.textContent ?? '').trim() !== '',
    ),
    ...Array.from(root.querySelectorAll(marked)).filter(invalid),
  ].filter((element) => element.checkVisibility({ visibilityProperty: true }));
}
