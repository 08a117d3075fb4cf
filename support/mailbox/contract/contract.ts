import type { Bench } from './bench.ts';
import type { Clause } from './clause.ts';
import { changeClauses } from './clauses/changes.ts';
import { errorClauses } from './clauses/errors.ts';
import { searchClauses } from './clauses/search.ts';
import { shapeClauses } from './clauses/shapes.ts';
import { smtpClauses } from './clauses/smtp.ts';
import { waitClauses } from './clauses/waits.ts';

/** What every mailbox must do, ours and Mailpit alike. */
export const contract: readonly Clause[] = [
  ...shapeClauses,
  ...searchClauses,
  ...changeClauses,
  ...errorClauses,
  ...smtpClauses,
  ...waitClauses,
];

/** Plays a clause on a mailbox that is empty. */
export async function playClause({ play }: Clause, bench: Bench): Promise<void> {
  await bench.ask('/api/v1/messages', { method: 'DELETE' });
  await play(bench);
}
