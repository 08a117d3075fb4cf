import { Finding } from '../failures.ts';
import { isSpoken, type Sent, seenOf } from '../portal/decision.ts';
import type { Field } from '../portal/field.ts';
import type { Rounds } from '../rounds.ts';
import { answersOf } from './answers.ts';

/**
 * Demands that every row was accepted; the finding names each one that was not.
 * @throws Error when there was no row: a check that checks nothing is a fault of ours
 */
export function expectEachAccepted({ answers, tried, givenUp }: Rounds): void {
  if (answers.length === 0)
    throw new Error('Aucune ligne à vérifier : le tableau est vide ou n’a pas été joué.');
  const wrong = answers.filter(({ decision }) => decision?.outcome !== 'accepted');
  if (wrong.length === 0) return;
  throw new Finding({
    done: `${tried}, ${answers.length} valeurs essayées tour à tour, chacune envoyée par une autre personne`,
    expected: 'chacune acceptée',
    seen: answersOf(wrong) + givenUp,
  });
}

/** Demands that what was sent was refused, in words. */
export function expectRefusedInWords({ sent, decision }: Sent): void {
  if (isSpoken(decision)) return;
  throw new Finding({ done: sent, expected: 'un refus, avec un message qui le dit', seen: seenOf(decision) });
}

/** Demands that each field is said to be mandatory; the finding names those that are not. */
export async function expectSaidMandatory(fields: readonly Field[]): Promise<void> {
  const unsaid: string[] = [];
  for (const field of fields) if (!(await field.isSaidMandatory())) unsaid.push(`« ${field.search.name} »`);
  if (unsaid.length === 0) return;
  throw new Finding({
    done: `${fields[0]?.search.where ?? ''} : ce qui signale les champs obligatoires a été cherché`,
    expected:
      'près de chaque champ un astérisque ou « obligatoire », ou la mention que tous les champs le sont',
    seen: `rien de visible pour ${unsaid.join(' ni ')}`,
  });
}
