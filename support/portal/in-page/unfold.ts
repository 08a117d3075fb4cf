/** Opens the folded parts (`<details>`) that hide an element, as a person does. Runs in the page: it must stand alone. */
export function unfold(element: Element): void {
  const closed = 'details:not([open])';
  for (let fold = element.closest(closed); fold !== null; fold = element.closest(closed)) {
    (fold as HTMLDetailsElement).open = true;
  }
}
