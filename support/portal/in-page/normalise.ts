/**
 * Brings a label to the form in which labels are compared: no accent, case, punctuation or parenthesis, and
 * without the words that only say whether a field is mandatory. Runs in the page and in Node: it must stand alone.
 */
export function normalise(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/œ/g, 'oe')
    .replace(/\([^)]*\)/g, ' ')
    .replace(/\b(champ )?(obligatoire|requis|facultatif|optionnel)\b/g, ' ')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}
