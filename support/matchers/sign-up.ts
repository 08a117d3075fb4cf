import type { Applicant } from '../../fixtures/applicant.ts';
import { activationMailsAmong } from '../activation-mails.ts';
import type { Correspondence } from '../correspondence.ts';
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
  const { mail: correspondence, journey } = world;
  const { email } = journey.applicant;
  const first = await correspondence.activationMailOf(email);
  const further = await correspondence.furtherMailsTo(email, [first]);
  const [second] = await activationMailsAmong(further, world, first);
  if (second === undefined) return;
  throw new Finding({
    done: `Une inscription a été tentée avec un autre SIRET et ${email}, l'adresse d'un compte actif`,
    expected: "aucun second courriel d'activation",
    seen: `« ${second.subject} » est arrivé à cette adresse`,
  });
}

/** Demands that no activation mail has come yet. */
export async function expectNoActivationYet(world: World): Promise<void> {
  const { email } = world.journey.applicant;
  const [early] = await activationMailsAmong(await world.mail.furtherMailsTo(email), world);
  if (early === undefined) return;
  throw new Finding({
    done: `Le courrier de ${email} a été relevé avant que les espaces soient validés`,
    expected: "aucun courriel d'activation",
    seen: `« ${early.subject} », dont le lien ouvre la page d'activation`,
  });
}

/** Demands that one activation mail came, and no other of the same subject. */
export async function expectSingleMail(correspondence: Correspondence, address: string): Promise<void> {
  const mail = await correspondence.activationMailOf(address);
  const further = await correspondence.furtherMailsTo(address, [mail]);
  const alike = further.filter(({ subject }) => subject === mail.subject);
  if (alike.length === 0) return;
  throw new Finding({
    done: `Les espaces ont été validés deux fois de suite, et le courrier de ${address} relevé`,
    expected: `un seul courriel « ${mail.subject} »`,
    seen: `${alike.length + 1} courriels`,
  });
}

/**
 * Demands that whoever created an account receives no other activation mail, and whoever has not, none. Both are
 * watched during one quiet period.
 */
export async function expectNothingMore(
  creator: World,
  { done, stranger }: { done: string; stranger?: World },
): Promise<void> {
  const first = await creator.mail.activationMailOf(creator.journey.applicant.email);
  const seen = await Promise.all([
    activationsOf(creator, first),
    ...(stranger === undefined ? [] : [activationsOf(stranger)]),
  ]);
  if (seen.flat().length === 0) return;
  throw new Finding({ done, expected: "ni compte, ni courriel d'activation", seen: seen.flat().join(' ; ') });
}

async function activationsOf(world: World, known?: Mail): Promise<string[]> {
  const { email } = world.journey.applicant;
  const further = await world.mail.furtherMailsTo(email, known === undefined ? [] : [known]);
  const activations = await activationMailsAmong(further, world, known);
  return activations.map(({ subject }) => `« ${subject} » est arrivé à ${email}`);
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
    expected: 'aucune étape en cours de cette personne, ni son compte',
    seen: wrong.join(' ; '),
  });
}
