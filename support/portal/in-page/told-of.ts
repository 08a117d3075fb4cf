/**
 * Returns what is written about the fields that a selector matches, and tied to them (`aria-errormessage`,
 * `aria-describedby`): the hints they always had, and what is wrong with them. Runs in the page: it must stand alone.
 */
export function toldOf(root: Document, selector: string): string[] {
  const ids = Array.from(root.querySelectorAll(selector)).flatMap((field) =>
    ['aria-errormessage', 'aria-describedby'].flatMap((name) => field.getAttribute(name)?.split(/\s+/) ?? []),
  );
  const texts = [...new Set(ids)].map((id) => root.getElementById(id)?.textContent ?? '');
  return texts.map((text) => text.replace(/\s+/g, ' ').trim()).filter((text) => text !== '');
}

/** Returns an expression that gives, in the page, what is told of the fields that a selector matches. */
export function toldExpression(selector: string): string {
  return `(${toldOf})(document, ${JSON.stringify(selector)})`;
}
