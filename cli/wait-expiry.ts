import type { PlayedScenario } from '../reports/messages.ts';
import { HarnessSetupError } from '../support/setup-error.ts';
import { EXPIRY, EXPIRY_RULES, WAIT_EXPIRY, WAITING } from '../support/specification/alone.ts';
import type { Target } from '../support/target/target.ts';

const NAMED = EXPIRY_RULES.join(' et ');

/**
 * Makes this process and those it starts await the end of a link's validity for real.
 * @throws HarnessSetupError when there is nothing to await, or nobody knows how long
 */
export function prepareToWait(target: Target, requirement: readonly string[] | undefined): void {
  const refusal = refusalOf(target, requirement);
  if (refusal !== undefined) throw new HarnessSetupError(`--wait-expiry : ${refusal[0]}`, refusal[1]);
  process.env[WAIT_EXPIRY] = '1';
}

function refusalOf(
  { name, url, clock, linkValidity }: Target,
  requirement: readonly string[] | undefined,
): readonly [string, string] | undefined {
  if (url === undefined)
    return [
      'le portail embarqué avance son horloge, il n’y a rien à attendre.',
      'Retirez cette option, ou donnez une cible (--target).',
    ];
  if (clock !== undefined)
    return [
      `la cible « ${name} » déclare comment avancer son horloge (« clock »), il n’y a rien à attendre.`,
      'Retirez cette option, ou « clock » du fichier cible.',
    ];
  if (linkValidity === undefined)
    return [
      `la cible « ${name} » ne dit pas combien de temps ses liens d’activation sont valables.`,
      'Déclarez « linkValidity » dans le fichier cible, par exemple "60 min", "24 h" ou "7 j".',
    ];
  if (requirement !== undefined && !EXPIRY_RULES.some((id) => requirement.includes(id)))
    return [
      `seules ${NAMED} attendent, et elles ne sont pas parmi les exigences choisies.`,
      `Retirez cette option, ou ajoutez ${EXPIRY_RULES[0]}.`,
    ];
  return undefined;
}

/** Says in French what is awaited, and until when. */
export function waitAnnounced({ linkValidity, linkValidityMinutes }: Target, now = new Date()): string {
  const end = new Date(now.getTime() + (linkValidityMinutes + 1) * 60_000);
  const when = end.toLocaleString('fr-FR', { dateStyle: 'short', timeStyle: 'short' });
  return `Ce qui attend la fin de validité d’un lien (${NAMED}) est joué en temps réel : un lien est essayé une minute après sa fin de validité (${linkValidity}), pas avant le ${when}. Le reste est joué en attendant.`;
}

/** Returns whether a scenario waited for real: playing it again would wait as long. */
export function isWaited({ project }: Pick<PlayedScenario, 'project'>): boolean {
  return project === WAITING;
}

/** The arguments that leave what waited out of a replay. */
export function withoutWaited(): string[] {
  return process.env[WAIT_EXPIRY] ? ['--grep-invert', EXPIRY] : [];
}
