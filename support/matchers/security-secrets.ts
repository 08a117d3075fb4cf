import { Finding } from '../failures.ts';
import type { World } from '../runner/world.ts';
import { studyOf } from '../security/token-study.ts';
import { placesOfPasswords } from '../security/trials/password-trail.ts';

/** Demands that none of the passwords used can be read in what the journey left. */
export async function expectNoPasswordRead(world: World): Promise<void> {
  const { passwords } = world.security.found;
  const places = await placesOfPasswords(world);
  if (places.length === 0) return;
  throw new Finding({
    done: `Les ${passwords.length} mots de passe du parcours ont été cherchés dans les adresses, les réponses, les pages, ce que le navigateur garde et les courriels`,
    expected: 'aucun nulle part, sous aucune écriture',
    seen: `un mot de passe se lit ${places.join(' ; ')}`,
  });
}

/** Below this, a link can be guessed by whoever tries (OWASP, session identifiers: 64 bits). */
const LINK_BITS = 64;

/** A code is short because it is typed, and holds because tries are braked (EX-5.07): six digits at least. */
const CODE_BITS = 19;

/** Demands that activation tokens are drawn anew for each mail, from so many that nobody finds one by trying. */
export async function expectUnpredictable({ security, target }: World): Promise<void> {
  const { tokens } = security.found;
  const least = target.activation.by === 'code' ? CODE_BITS : LINK_BITS;
  const { bits, faults, measured } = studyOf(tokens);
  const weak = bits < least ? [`${Math.floor(bits)} bits de hasard seulement`] : [];
  const wrong = [...faults, ...weak];
  await security.probes.say(`${tokens.length} jetons comparés : ${measured}`);
  if (wrong.length === 0) return;
  throw new Finding({
    done: `Les jetons de ${tokens.length} courriels d'activation ont été comparés`,
    expected: `des jetons tirés au hasard, jamais repris, de ${least} bits au moins`,
    seen: `${wrong.join(' ; ')} (${measured})`,
  });
}

/** Demands that each secret that was tried again and again was braked in time. @throws Error when none was tried */
export async function expectBraked({ security, target }: World): Promise<void> {
  const { guesses } = security.found;
  if (guesses.length === 0 && target.without.connexion === undefined)
    throw new Error('Rien n’a été essayé : il n’y a rien à juger.');
  const said = guesses.map(({ secret, brake, tries }) =>
    brake === undefined ? `${secret} : aucun frein` : `${secret} : ${brake}, au ${tries}e essai`,
  );
  await security.probes.say(said.join('\n') || 'Pas de connexion : aucun mot de passe à essayer.');
  const free = guesses.filter(({ brake }) => brake === undefined);
  if (free.length === 0) return;
  throw new Finding({
    done: free
      .map(({ secret, tries, seconds }) => `${tries} ${secret} ont été essayés en ${Math.ceil(seconds)} s`)
      .join(', '),
    expected: 'un délai, un refus ou un blocage au plus tard au 20e essai en une minute',
    seen: 'chaque essai reçoit la même réponse, aussi vite, et le bon secret est encore accepté',
  });
}
