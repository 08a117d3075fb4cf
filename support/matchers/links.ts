import { Finding } from '../failures.ts';
import type { LinkTry } from '../intents/links-tried.ts';
import { seenOf } from '../portal/decision.ts';
import { shownAddress } from '../portal/shown-address.ts';

/**
 * Demands that no link tried let anybody activate; the finding names each one that did.
 * @throws Error when none was tried: a check that checks nothing is a fault of ours
 */
export function expectEachLinkRefused(tries: readonly LinkTry[]): void {
  if (tries.length === 0) throw new Error('Aucun lien à vérifier : aucun n’a été essayé.');
  const wrong = tries.filter(({ decision }) => decision?.outcome !== 'refused');
  if (wrong.length === 0) return;
  throw new Finding({
    done: `Le lien d'activation a été ouvert, puis un mot de passe choisi là où le portail le permettait (${tries.map(({ name }) => name).join(', ')})`,
    expected: "aucun de ces liens n'active le compte",
    seen: wrong
      .map(({ name, link, decision }) => `${name} (${shownAddress(link)}) : ${seenOf(decision)}`)
      .join(' ; '),
  });
}
