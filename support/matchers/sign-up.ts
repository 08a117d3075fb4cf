import type { Applicant } from '../../fixtures/applicant.ts';
import { activationMailsAmong } from '../activation-mails.ts';
import { Finding } from '../failures.ts';
import type { Mail } from '../mailbox/mailbox.ts';
import type { Portal } from '../portal/portal.ts';
import { shownAddress } from '../portal/shown-address.ts';
import type { World } from '../runner/world.ts';

type Newcomer = Pick<World, 'journey' | 'portal' | 'signUp'>;

/** Demands that someone did not become main manager: they were stopped, or the role their account shows is another. */
export async function expectNotMainManager({ journey, portal, signUp }: Newcomer): Promise<void> {
  if (signUp.stoppedBy !== undefined || !(await portal.account.isMainManager())) return;
  throw new Finding({
    done: `Une autre personne s'est inscrite avec le SIRET ${journey.applicant.siret}, celui d'une structure déjà créée, et s'est connectée`,
    expected: 'un refus, un rattachement ou un rôle de simple utilisateur',
    seen: `son compte affiche « ${await portal.account.roleShown()} »`,
  });
}

/** Demands that someone went to the end and is the main manager of their structure. */
export async function expectMainManager({ journey, portal, signUp }: Newcomer): Promise<void> {
  if (signUp.stoppedBy === undefined && (await portal.account.isMainManager())) return;
  throw new Finding({
    done: `Une autre personne s'est inscrite avec le SIRET ${journey.applicant.siret}, celui d'une structure nouvelle`,
    expected: "un compte qui s'ouvre, avec le rôle de gestionnaire principal",
    seen: signUp.stoppedBy ?? `son compte affiche « ${await portal.account.roleShown()} »`,
  });
}

/** Demands that the address of the active account receives no other activation mail than the first. */
export async function expectNoSecondActivation(world: World): Promise<void> {
  const { email } = world.journey.applicant;
  const first = await world.mail.activationMailOf(email);
  await world.silences.keep('end', async () => {
    const [second] = await activationsBeside(world, first);
    if (second === undefined) return;
    throw new Finding({
      done: `Une inscription a été tentée avec un autre SIRET et ${email}, l'adresse d'un compte actif`,
      expected: "aucun second courriel d'activation",
      seen: `« ${second.subject} » est arrivé à cette adresse`,
    });
  });
}

/** Demands that no activation mail comes before the workspaces are validated. */
export async function expectNoActivationYet(world: World): Promise<void> {
  await world.silences.keep('sending', async () => {
    const [early] = await activationsBeside(world);
    if (early === undefined) return;
    throw new Finding({
      done: `Le courrier de ${world.journey.applicant.email} a été relevé avant que les espaces soient validés`,
      expected: "aucun courriel d'activation",
      seen: `« ${early.subject} », qui permet d'activer le compte`,
    });
  });
}

/** Demands that one activation mail comes, and no other. */
export async function expectSingleMail(world: World): Promise<void> {
  const { email } = world.journey.applicant;
  const mail = await world.mail.activationMailOf(email);
  await world.silences.keep('end', async () => {
    const more = await activationsBeside(world, mail);
    if (more.length === 0) return;
    throw new Finding({
      done: `Les espaces ont été validés deux fois de suite, et le courrier de ${email} relevé`,
      expected: `un seul courriel « ${mail.subject} »`,
      seen: `${more.length + 1} courriels`,
    });
  });
}

/** Demands that whoever created an account receives no other activation mail, and whoever has not, none. */
export async function expectNothingMore(
  creator: World,
  { done, stranger }: { done: string; stranger?: World },
): Promise<void> {
  const first = await creator.mail.activationMailOf(creator.journey.applicant.email);
  await creator.silences.keep('end', async () => {
    const seen = await arrivals(creator, first);
    if (stranger !== undefined) seen.push(...(await arrivals(stranger)));
    if (seen.length === 0) return;
    throw new Finding({ done, expected: "ni compte, ni courriel d'activation", seen: seen.join(' ; ') });
  });
}

async function arrivals(world: World, known?: Mail): Promise<string[]> {
  const activations = await activationsBeside(world, known);
  return activations.map(({ subject }) => `« ${subject} » est arrivé à ${world.journey.applicant.email}`);
}

/** The activation mails that someone has by now, beside the one known. */
async function activationsBeside(world: World, known?: Mail): Promise<Mail[]> {
  const mails = await world.mail.mailsTo(world.journey.applicant.email, known === undefined ? [] : [known]);
  return activationMailsAmong(mails, world, known);
}

/** Demands that none of these addresses, in this browser, shows a step that belongs to someone else. */
export async function expectNoStepShown(
  portal: Portal,
  addresses: readonly string[],
  owner: Applicant,
): Promise<void> {
  if (addresses.length === 0) throw new Error('Aucune adresse à rouvrir : le parcours n’en a montré aucune.');
  const wrong: string[] = [];
  for (const address of addresses) {
    await portal.revisit(address);
    const step = await portal.stepShownOf(owner);
    if (step !== undefined) wrong.push(`${shownAddress(address)} montre : ${step}`);
  }
  if (wrong.length === 0) return;
  throw new Finding({
    done: `Les ${addresses.length} adresses du parcours de ${owner.email} ont été rouvertes dans un navigateur neuf`,
    expected: 'aucune étape en cours de cette personne, ni son compte, ni ses données',
    seen: wrong.join(' ; '),
  });
}
