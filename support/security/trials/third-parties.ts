import { MeansMissing } from '../../failures.ts';
import { seenOf } from '../../portal/decision.ts';
import type { World } from '../../runner/world.ts';
import type { Told } from '../found.ts';
import { lastingText } from '../visible-text.ts';

/**
 * Has third parties identify themselves with the same SIRET and with an address that has an account, then with two
 * that have none: what differs between these two says nothing.
 */
export async function askAboutAddresses(world: World): Promise<void> {
  const { person } = world;
  const third = await world.elsewhere();
  const { siret } = third.person.applicant;
  const answers = [await toldTo(third, person.applicant.email, siret)];
  for (const _ of [1, 2]) {
    const other = await world.elsewhere();
    other.person.drawnSharing({ siret });
    answers.push(await toldTo(other, other.person.applicant.email, siret));
  }
  world.security.found.answers = answers;
}

async function toldTo({ portal, security: { page } }: World, email: string, siret: string): Promise<Told> {
  await portal.identification.reach();
  await portal.identification.identify({ email, siret });
  const address = page
    .url()
    .replace(/[?#].*$/, '')
    .replace(/[\w-]{16,}/g, '…');
  const text = await page.locator('body').innerText();
  const { values } = await portal.shown();
  const shown = [address, await page.title(), ...text.split('\n'), ...values];
  const own = new RegExp(RegExp.escape(email), 'gi');
  const lines = shown.map((line) => line.replace(own, 'l’adresse donnée').replace(/\s+/g, ' ').trim());
  return { decision: portal.identification.decision, lines: lines.filter((line) => line !== '') };
}

/** Returns in French what tells the address that has an account from the others; `undefined` where nothing does. */
export function differenceIn([known, ...unknown]: readonly Told[]): string | undefined {
  const [first, second] = unknown;
  if (known === undefined || first === undefined || second === undefined)
    throw new Error('Trois réponses de l’étape 1 sont à comparer.');
  if (first.decision?.outcome !== 'accepted' || second.decision?.outcome !== 'accepted')
    throw unaccepted(first);
  if (known.decision?.outcome !== 'accepted') return seenOf(known.decision);
  const more = known.lines.find((line) => !holds(first, line) && !holds(second, line));
  if (more !== undefined) return `la page dit de plus « ${more.slice(0, 120)} »`;
  const less = first.lines.find((line) => holds(second, line) && !holds(known, line));
  return less === undefined
    ? undefined
    : `la page ne dit pas « ${less.slice(0, 120)} », qu'elle dit aux autres`;
}

/** Hours and counts change by themselves. */
function holds({ lines }: Told, wanted: string): boolean {
  return lines.some((line) => lastingText(line) === lastingText(wanted));
}

function unaccepted({ decision }: Told): MeansMissing {
  return new MeansMissing(
    'deux adresses sans compte que l’étape 1 accepte',
    `Sans elles, rien n’est à comparer : ${seenOf(decision)}.`,
  );
}
