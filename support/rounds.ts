import type { Decision } from './portal/decision.ts';
import type { Search } from './portal/explain.ts';
import type { Field } from './portal/field.ts';
import { firstColumn, type Table } from './table.ts';

/** The answer to one row of a table. */
export interface Round {
  readonly row: string;
  /** What the row put in the field, as findings show it. */
  readonly typed: string;
  readonly decision: Decision | undefined;
}

/** What a row is tried in: a field, or several that are judged together. */
export type Tried = Pick<Field, 'search' | 'typed' | 'decision'>;

/** How a row is tried, and how the starting point is found again after a row that was not refused. */
export interface Trial {
  /** The field the rows are tried in, or the field of each row. */
  readonly field: Tried | ((row: string) => Tried);
  readonly attempt: (row: string) => Promise<void>;
  readonly restart: () => Promise<void>;
}

/** Many values of one rule on one state: every row is tried, whatever became of those before. */
export class Rounds {
  readonly answers: Round[] = [];
  private name = '';

  /** In French, the field the rows were tried in. */
  get tried(): string {
    return this.name;
  }

  /** Tries the first cell of each row in turn and keeps the answers. */
  async play(table: Table, { field, attempt, restart }: Trial): Promise<void> {
    const rows = firstColumn(table);
    const fieldOf = (row: string): Tried => (typeof field === 'function' ? field(row) : field);
    this.name = namesOf(rows.map((row) => fieldOf(row).search));
    for (const row of rows) {
      await attempt(row);
      const { typed, decision } = fieldOf(row);
      this.answers.push({ row, typed, decision });
      if (decision?.outcome !== 'refused') await restart();
    }
  }
}

function namesOf(searches: readonly Search[]): string {
  const names = [...new Set(searches.map(({ name }) => `« ${name} »`))];
  return `${searches[0]?.where} : ${names.join(', ')}`;
}
