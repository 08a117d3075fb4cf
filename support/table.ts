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

/** Returns what stands in the second cell of the row that begins so. @throws Error when there is none */
export function secondCell(table: Table, first: string): string {
  const row = table.rows().find(([cell]) => cell === first);
  if (row?.[1] === undefined) throw new Error(`Aucune ligne « ${first} » à deux cases dans le tableau.`);
  return row[1];
}

/** Returns a table of one column that holds these. */
export function tableOf(cells: readonly string[]): Table {
  return { rows: () => cells.map((cell) => [cell]), hashes: () => [] };
}
