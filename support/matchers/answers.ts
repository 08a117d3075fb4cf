import { seenOf } from '../portal/decision.ts';
import type { Round } from '../rounds.ts';

/** Says in French how rows were answered: each answer once, with the rows that had it. */
export function answersOf(rounds: readonly Round[]): string {
  const groups = Map.groupBy(rounds, ({ decision }) => seenOf(decision));
  return [...groups].map(([seen, alike]) => groupOf(seen, alike.map(rowName))).join(' / ');
}

function groupOf(seen: string, names: readonly string[]): string {
  return names.length === 1 ? `${names[0]} : ${seen}` : `${seen}, pour : ${names.join(' ; ')}`;
}

/** A row named after the very value it tries need not say it twice. */
function rowName({ row, typed }: Round): string {
  return typed.startsWith(`« ${row} »`) ? typed : `${row}, ${typed}`;
}
