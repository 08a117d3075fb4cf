import { requireAccepted } from '../../portal/portal.ts';
import type { World } from '../../runner/world.ts';

/** Has somebody activate their account after passwords that the portal should refuse. @throws PortalUnreachedStep */
export async function activateAfterRefusals(world: World): Promise<void> {
  const { journey, person, portal, security } = world;
  const { passwords } = security.found;
  const { motDePasse } = person.applicant;
  // From here on, each page about to be sent is kept.
  await security.secrets.keepPage();
  await journey.toActivation();
  const weak = person.anotherPassword().slice(0, 7);
  const misspelt = person.anotherPassword();
  passwords.push(weak, misspelt, motDePasse);
  await journey.choosePassword(weak);
  // What a portal should refuse and takes is for another rule to say.
  if (portal.activation.decision?.outcome !== 'accepted')
    await journey.choosePassword(misspelt, `${misspelt.slice(0, -1)}k`);
  if (portal.activation.decision?.outcome !== 'accepted') await journey.passActivation();
}

/** Has somebody log in after a wrong password; a portal without a login has nothing to look at. */
export async function logInAfterMistake({ journey, person, security, target }: World): Promise<void> {
  if (target.without.connexion !== undefined) return;
  const wrong = person.anotherPassword();
  security.found.passwords.push(wrong);
  await journey.logIn(wrong);
  await journey.logIn(person.chosenPassword);
}

/** Has somebody recover their account; a portal without secret questions has nothing to look at. */
export async function recoverAccount({ portal, person, recovery, security, target }: World): Promise<void> {
  if (target.without.connexion !== undefined || target.without['question-secrete'] !== undefined) return;
  await recovery.recover();
  security.found.passwords.push(person.chosenPassword);
  requireAccepted(portal.recovery, 4);
}

/** Returns in French where the passwords used can be read. */
export async function placesOfPasswords({ mail, person, security }: World): Promise<string[]> {
  const addresses = [
    person.applicant.email,
    ...(person.contactEmail === undefined ? [] : [person.contactEmail]),
  ];
  const mails = await Promise.all(addresses.map((address) => mail.mailsTo(address)));
  return security.secrets.placesOf(security.found.passwords, mails.flat());
}
