import { Finding, type Observation } from '../failures.ts';
import { type Decision, type Sent, seenOf } from '../portal/decision.ts';
import type { Field } from '../portal/field.ts';
import type { Rounds } from '../rounds.ts';
import { answersOf } from './answers.ts';

/** What can be demanded of an answer; each throws a `Finding` when the portal answered otherwise. */
export interface AnswerMatchers {
  toBeRefused(): void;
  toBeAccepted(): void;
}

/** Starts a demand on the answer to what was sent. */
export function expect(subject: Sent): AnswerMatchers {
  return {
    toBeRefused: () => demand(subject, 'refused', 'refus'),
    toBeAccepted: () => demand(subject, 'accepted', 'acceptation'),
  };
}

/** Throws the finding unless the observed fact holds; what was seen is only looked at when it does not. */
export async function confirm(holds: boolean, observe: () => Promise<Observation>): Promise<void> {
  if (!holds) throw new Finding(await observe());
}

function demand({ sent, decision }: Sent, outcome: Decision['outcome'], expected: string): void {
  if (decision?.outcome !== outcome) throw new Finding({ done: sent, expected, seen: seenOf(decision) });
}

/**
 * Demands that every row was refused; the finding names each one that was not.
 * @throws Error when there was no row: a check that checks nothing is a fault of ours
 */
export function expectEachRefused({ answers, tried, givenUp }: Rounds): void {
  if (answers.length === 0)
    throw new Error('Aucune ligne à vérifier : le tableau est vide ou n’a pas été joué.');
  const wrong = answers.filter(({ decision }) => decision?.outcome !== 'refused');
  if (wrong.length === 0) return;
  throw new Finding({
    done: `${tried}, ${answers.length} valeurs essayées tour à tour, chacune envoyée`,
    expected: 'chacune refusée',
    seen: answersOf(wrong) + givenUp,
  });
}

/** Demands that a field shows and can be typed in. */
export async function expectUsable(field: Field): Promise<void> {
  if (await field.isUsable()) return;
  throw new Finding({
    done: `${field.search.where} : le champ « ${field.search.name} » a été cherché`,
    expected: 'un champ visible, dans lequel on peut écrire',
    seen: 'il est là, mais en lecture seule ou désactivé',
  });
}
