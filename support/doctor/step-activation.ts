import type { Secrets } from '../portal/activation.ts';
import type { EntryReport } from './diagnosis.ts';
import { findingIn, stopAt, usable } from './outcome.ts';
import { tellPolicy } from './password-policy.ts';
import { SOUGHT } from './sought.ts';
import { MAIL_MS, type Stand } from './stand.ts';
import type { Told } from './told.ts';

/** The mail, then step 4. Returns why the journey stops there, if it does. */
export async function passActivation(stand: Stand, told: Told): Promise<string | undefined> {
  const key = await keyFromMail(stand, told);
  if (key === undefined) return 'sans lien ni code d’activation, l’étape 4 ne peut être atteinte';
  const unopened = (await passCode(stand, told)) ?? (await enter(stand, key));
  if (unopened !== undefined) return unopened;
  const reports = await seePassword(stand);
  told.note('Étape 4 (activation)', [await stand.keep('activation', reports)]);
  const there = usable(reports);
  told.has.set('question-secrete', there.has('question') || there.has('answer'));
  const absent = ['password', 'confirmation', 'submit'].filter((entry) => !there.has(entry));
  if (absent.length > 0)
    return `l’étape 4 ne peut être passée sans « ${absent.join(' », « ')} » ; la ${await stand.portal.pageShown()} est montrée`;
  await tellPolicy(stand, told, there.has('strength'));
  const { activation } = stand.portal;
  const stop = await findingIn(() => activation.activate(secretsOf(stand, there)));
  const why = stop ?? (await stopAt(stand, activation, 'activation', reports));
  if (why !== undefined) return why;
  // Where nothing else tells the driver that the account is active, these words must.
  const isTold = activation.decision?.outcome === 'accepted';
  const after = await stand.see('activation', ['activated'], !isTold);
  told.note('Après l’activation', [await stand.keep('compte-actif', after)]);
  return undefined;
}

/** The strength of a password may show only once one is typed. */
async function seePassword(stand: Stand): Promise<EntryReport[]> {
  const entries = Object.keys(SOUGHT.activation).filter((entry) => entry !== 'activated');
  const reports = await stand.see('activation', entries);
  const there = usable(reports);
  if (there.has('strength') || !there.has('password')) return reports;
  await stand.portal.activation.password.type(stand.person.secrets.password);
  return [...reports, ...(await stand.see('activation', ['strength']))];
}

function secretsOf({ person }: Stand, there: ReadonlySet<string>): Partial<Secrets> {
  const { password, question, answer } = person.secrets;
  return {
    password,
    ...(there.has('question') ? { question } : {}),
    ...(there.has('answer') ? { answer } : {}),
  };
}

/** Waits for the mail, and returns what it lets activate with. */
async function keyFromMail({ mail, person, target }: Stand, told: Told): Promise<string | undefined> {
  const { email } = person.applicant;
  const began = performance.now();
  let key: string | undefined;
  const trouble = await findingIn(async () => {
    key = await mail.activationLinkOf(email);
  });
  const seconds = ((performance.now() - began) / 1_000).toLocaleString('fr-FR', { maximumFractionDigits: 1 });
  if (trouble === undefined) {
    const what =
      target.activation.by === 'code'
        ? 'un code d’activation y est'
        : 'un lien d’activation vers le portail y est';
    told.well(
      'courriel',
      `« ${mail.readTo(email)?.subject ?? ''} » est arrivé en ${seconds} s à ${email} ; ${what}`,
    );
    return key;
  }
  const longer =
    target.mail.deadlineMs > MAIL_MS ? ` La suite, elle, attend ${target.mail.deadlineMs / 1_000} s.` : '';
  told.fault('courriel', `${trouble}${longer}`);
  return undefined;
}

/** Where a code is typed, its words are looked at on the way there. */
async function passCode(stand: Stand, told: Told): Promise<string | undefined> {
  if (stand.target.activation.by !== 'code') return undefined;
  await stand.open(stand.url);
  const first = await stand.see('code', ['open']);
  const ways = await stand.keep('accueil', first);
  // A portal that knows who comes back may show the field at once.
  if (usable(first).has('open')) await stand.press('code', 'open');
  const reports = await stand.see('code', ['email', 'code', 'submit']);
  told.note('Saisie du code d’activation', [ways, await stand.keep('code', reports)]);
  const there = usable(reports);
  return there.has('code') && there.has('submit')
    ? undefined
    : 'la page où saisir le code d’activation n’est pas reconnue';
}

/** A way in that the driver can't tell from others is looked at all the same: its words are not known yet. */
async function enter({ portal, person }: Stand, key: string): Promise<string | undefined> {
  return findingIn(() => portal.wayIn.enter(key, person.applicant.email));
}
