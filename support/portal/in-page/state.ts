/** Returns whether a control is on, as its make says it, else as its class does. Runs in the page: it must stand alone. */
export function isLit(element: Element): boolean {
  if (element instanceof HTMLOptionElement) return element.selected;
  if (element instanceof HTMLInputElement) return element.checked;
  const said = ['aria-checked', 'aria-pressed', 'aria-selected', 'aria-current']
    .map((name) => element.getAttribute(name))
    .filter((value) => value !== null);
  if (said.length > 0) return said.some((value) => value !== 'false');
  return /(?:^|[\s_-])(?:active?|actif|selected|checked|current|on)(?:$|\s)/i.test(element.className);
}

/** Returns what a person presses: of an input hidden under its own drawing, the label. Runs in the page: it must stand alone. */
export function pressable(element: Element): Element {
  const [label] = Array.from((element as HTMLInputElement).labels ?? []);
  const { width, height } = element.getBoundingClientRect();
  const { opacity, pointerEvents } = getComputedStyle(element);
  const isDrawn = width > 1 && height > 1 && opacity !== '0' && pointerEvents !== 'none';
  return isDrawn || label === undefined ? element : label;
}
