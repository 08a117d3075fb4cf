/** Returns what a page shows: its text, and what its visible fields hold. Runs in the page: it must stand alone. */
export function shownText(body: HTMLElement): string {
  const fields = Array.from(body.querySelectorAll<HTMLInputElement>('input, select, textarea')).filter(
    (field) => !['hidden', 'password', 'checkbox', 'radio'].includes(field.type) && field.checkVisibility(),
  );
  return [body.innerText, ...fields.map((field) => field.value)].join('\n');
}
