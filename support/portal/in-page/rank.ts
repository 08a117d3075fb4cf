/**
 * How well a normalised label fits a normalised wanted name: 3 equal, 2 begins with it, 1 contains it as whole
 * words, 0 not at all. Runs in the page and in Node: it must stand alone.
 */
export function rank(label: string, wanted: string): number {
  if (wanted === '' || label === '') return 0;
  if (label === wanted) return 3;
  if (label.startsWith(`${wanted} `)) return 2;
  return ` ${label} `.includes(` ${wanted} `) ? 1 : 0;
}
