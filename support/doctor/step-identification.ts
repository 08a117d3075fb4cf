import { findingIn, stopAt, usable } from './outcome.ts';
import { SOUGHT } from './sought.ts';
import type { Stand } from './stand.ts';
import type { Told } from './told.ts';

/** Step 1: the person gives their address and their SIRET. Returns why the journey stops there, if it does. */
export async function passIdentification(stand: Stand, told: Told): Promise<string | undefined> {
  const unopened = await findingIn(() => stand.portal.identification.open());
  if (unopened !== undefined) return unopened;
  const ownFill = stand.target.driver.identification?.fill !== undefined;
  const entries = Object.keys(SOUGHT.identification).filter(
    (entry) => !(ownFill && ['email', 'siret'].includes(entry)),
  );
  const reports = await stand.see('identification', entries);
  told.note('Étape 1 (identification)', [await stand.keep('identification', reports)]);
  const there = usable(reports);
  if (!ownFill && !there.has('email') && !there.has('siret'))
    return 'aucun des deux champs de l’étape 1 n’est reconnu : donnez leurs noms, ou « driver.identification.open » si une autre page vient d’abord';
  if (!there.has('submit')) return 'le bouton qui envoie l’étape 1 n’est pas reconnu';
  const { identification } = stand.portal;
  const stop = await findingIn(() => sendWith(stand, ownFill ? undefined : there));
  return stop ?? stopAt(stand, identification, 'identification', reports);
}

/** Fills in what the page has, and sends it. */
async function sendWith({ portal, person }: Stand, there: ReadonlySet<string> | undefined): Promise<void> {
  const { identification } = portal;
  const { email, siret } = person.applicant;
  if (there === undefined || (there.has('email') && there.has('siret')))
    return identification.identify({ email, siret });
  if (there.has('email')) await identification.email.fill(email);
  else await identification.siret.fill(siret);
  await identification.validate();
}
