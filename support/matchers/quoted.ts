/** Says a value in a finding: between quotes, or in words where there would be nothing to read between them. */
export function quoted(value: string): string {
  if (value === '') return 'vide';
  return value.trim() === '' ? `« ${value} » (des espaces seulement)` : `« ${value} »`;
}
