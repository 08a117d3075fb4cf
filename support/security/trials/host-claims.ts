import type { Applicant } from '../../../fixtures/applicant.ts';
import { Finding, MeansMissing } from '../../failures.ts';
import type { World } from '../../runner/world.ts';
import { scriptOf } from '../script.ts';
import { inPlaceOf, recordNewLink, signUpAgain } from './activation-letters.ts';

/** Where no mail of the portal must lead; nobody can own that name. */
export const CLAIMED_HOST = 'portail-detourne.example';

const CLAIMS: ReadonlyArray<{ readonly name: string; readonly headers: Readonly<Record<string, string>> }> = [
  { name: "l'en-tête Host", headers: { host: CLAIMED_HOST } },
  {
    name: "l'en-tête X-Forwarded-Host",
    headers: {
      'x-forwarded-host': CLAIMED_HOST,
      'x-forwarded-server': CLAIMED_HOST,
      'x-host': CLAIMED_HOST,
      forwarded: `host=${CLAIMED_HOST}`,
    },
  },
];

/**
 * Plays the sign-up again, and the demand of another link, with another host name on the last request, which has the
 * mail sent.
 * @throws MeansMissing when, played again as it was, the sign-up brings no mail
 */
export async function claimHosts(world: World): Promise<void> {
  const { person, security } = world;
  await security.probes.during('Courriel demandé sous un autre nom d’hôte', async () => {
    const script = scriptOf(await security.recorder.since(), (address) => security.isOwn(address));
    const witness = person.somebodyElse();
    await signUpAgain(world, witness, { script });
    await requireMail(world, witness);
    for (const { name, headers } of CLAIMS) {
      const holder = person.somebodyElse();
      await signUpAgain(world, holder, { script, lastHeaders: headers });
      security.found.hostClaims.push({ name: `une inscription, avec ${name}`, address: holder.email });
    }
    await claimForNewLinks(world, witness);
  });
}

async function claimForNewLinks(world: World, holder: Applicant): Promise<void> {
  const { expectedMails, person, security } = world;
  const script = await recordNewLink(world);
  if (script === undefined) return;
  for (const { name, headers } of CLAIMS) {
    expectedMails.allow(holder.email);
    const replacements = inPlaceOf(person.applicant, holder);
    await security.replays.play({ script, replacements, lastHeaders: headers });
    security.found.hostClaims.push({ name: `un nouveau lien, avec ${name}`, address: holder.email });
  }
}

/** Demands that a script brings a mail when nothing is changed in it: else its silence would prove nothing. */
async function requireMail({ mail }: World, { email }: Applicant): Promise<void> {
  try {
    await mail.activationLinkOf(email);
  } catch (error) {
    if (!(error instanceof Finding)) throw error;
    throw new MeansMissing(
      'une inscription qui se rejoue',
      'Rejouée hors du navigateur, elle n’apporte aucun courriel : montrez autrement que le lien ne dépend pas de la requête.',
    );
  }
}
