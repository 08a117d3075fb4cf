import { WORKSPACES } from '../portal/workspaces.ts';
import { findingIn, stopAt, usable } from './outcome.ts';
import type { Stand } from './stand.ts';
import type { Told } from './told.ts';

/** Step 3: the workspaces as they stand. Returns why the journey stops there, if it does. */
export async function passWorkspaces(stand: Stand, told: Told): Promise<string | undefined> {
  const reports = await stand.see('workspaces', ['title', 'submit']);
  told.note('Étape 3 (espaces)', [await stand.keep('espaces', reports)]);
  await noteSpaces(stand, told);
  await noteEarlyMail(stand, told);
  if (!usable(reports).has('submit')) return 'le bouton qui valide l’étape 3 n’est pas reconnu';
  const { workspaces } = stand.portal;
  const stop = await findingIn(() => workspaces.validate());
  const why = stop ?? (await stopAt(stand, workspaces, 'workspaces', reports));
  if (why !== undefined) return why;
  const announced = await stand.see('workspaces', ['created', 'confirmed']);
  told.note('Après l’étape 3', [await stand.keep('confirmation', announced)]);
  return undefined;
}

async function noteSpaces({ portal }: Stand, told: Told): Promise<void> {
  const there = await Promise.all(WORKSPACES.map((name) => portal.workspaces.workspace(name).isThere()));
  const absent = WORKSPACES.filter((_, index) => !there[index]);
  told.has.set('espaces', absent.length < WORKSPACES.length);
  if (absent.length === 0)
    told.well('parcours', `les ${WORKSPACES.length} espaces du guide sont à l’étape 3`);
  else if (absent.length < WORKSPACES.length)
    told.fault(
      'parcours',
      `espaces du guide introuvables à l’étape 3 : ${absent.map((name) => `« ${name} »`).join(', ')}`,
    );
}

/** A mail that comes before the workspaces are validated is what a portal without final activation sends. */
async function noteEarlyMail({ mail, person }: Stand, told: Told): Promise<void> {
  const early = await mail.mailsTo(person.applicant.email);
  told.has.set('activation-finale', early.length === 0);
}
