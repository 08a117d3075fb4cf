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

/**
 * How many rows may be left without an answer before the others are given up: each takes all the time the target
 * declares, and one is enough for the table to fail.
 */
const MOST_UNANSWERED = 2;

/** Many values of one rule on one state: every row is tried, whatever the portal answered to those before. */
export class Rounds {
  readonly answers: Round[] = [];
  private name = '';
  private given: readonly string[] = [];

  /** In French, the field the rows were tried in. */
  get tried(): string {
    return this.name;
  }

  /** Says in French which rows were given up, the portal answering nothing to those before; empty where none was. */
  get givenUp(): string {
    const untried = this.given.slice(this.answers.length);
    return untried.length === 0 ? '' : ` ; non essayé, faute de réponse : ${untried.join(', ')}`;
  }

  /** Tries the first cell of each row in turn and keeps the answers. */
  async play(table: Table, { field, attempt, restart }: Trial): Promise<void> {
    const rows = firstColumn(table);
    const fieldOf = (row: string): Tried => (typeof field === 'function' ? field(row) : field);
    this.name = namesOf(rows.map((row) => fieldOf(row).search));
    this.given = rows;
    let unanswered = 0;
    for (const row of rows) {
      await attempt(row);
      const { typed, decision } = fieldOf(row);
      this.answers.push({ row, typed, decision });
      if (decision?.outcome === 'undecided') unanswered += 1;
      if (unanswered === MOST_UNANSWERED) return;
      if (decision?.outcome !== 'refused') await restart();
    }
  }
}

function namesOf(searches: readonly Search[]): string {
  const names = [...new Set(searches.map(({ name }) => `« ${name} »`))];
  return `${searches[0]?.where} : ${names.join(', ')}`;
}
