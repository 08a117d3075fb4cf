import { Finding } from '../failures.ts';
import { seenOf } from '../portal/decision.ts';
import type { Rereading } from '../portal/information.ts';

/** Demands that after a refusal each row was still there as it was typed; the finding names those that were not. */
export function expectEachReread(rereadings: readonly Rereading[]): void {
  if (rereadings.length === 0) throw new Error('Aucune saisie à vérifier : le tableau est vide.');
  const wrong = rereadings.filter(({ decision, lost }) => decision?.outcome !== 'refused' || lost.length > 0);
  if (wrong.length === 0) return;
  throw new Finding({
    done: `Étape 2 : ${rereadings.length} saisies de nom, prénom, libellé et adresse ont été envoyées tour à tour avec une faute ailleurs (image ou adresse resaisie), puis relues`,
    expected: 'un refus, et chaque saisie à l’identique',
    seen: wrong
      .map(({ row, decision, lost }) => `${row} : ${lost.length > 0 ? lost.join(', ') : seenOf(decision)}`)
      .join(' ; '),
  });
}
