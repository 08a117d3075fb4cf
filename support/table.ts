/** A table under a step, as both runners give it. */
export interface Table {
  /** The rows without their headings. */
  rows(): string[][];
  /** The rows, each by heading. */
  hashes(): Array<Record<string, string>>;
}

/** Returns the first cell of each row, headings left out. */
export function firstColumn(table: Table): string[] {
  return table.rows().map(([cell = '']) => cell);
}
