import { Finding } from '../failures.ts';
import type { LinkTry } from '../intents/links-tried.ts';
import { seenOf } from '../portal/decision.ts';

/**
 * Demands that no link or code tried let anybody activate; the finding names each one that did.
 * @throws Error when none was tried: a check that checks nothing is a fault of ours
 */
export function expectEachLinkRefused(tries: readonly LinkTry[]): void {
  const [first] = tries;
  if (first === undefined) throw new Error('Aucun lien à vérifier : aucun n’a été essayé.');
  const wrong = tries.filter(({ decision }) => decision?.outcome !== 'refused');
  if (wrong.length === 0) return;
  throw new Finding({
    done: `${first.words.tried}, puis un mot de passe choisi là où le portail le permettait (${tries.map(({ name }) => name).join(', ')})`,
    expected: first.words.none,
    seen: wrong.map(({ name, shown, decision }) => `${name} (${shown}) : ${seenOf(decision)}`).join(' ; '),
  });
}
