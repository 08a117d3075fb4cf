import { isPersonal, shapeOf } from './mailbox/link-shape.ts';
import { linksOf } from './mailbox/links.ts';
import type { Mail } from './mailbox/mailbox.ts';
import type { World } from './runner/world.ts';

/** What the mails are looked at with; the browser is only opened for a mail that nothing else tells. */
type Means = Pick<World, 'elsewhere' | 'mail'>;

/**
 * Keeps the mails by which an account may be activated: those like the activation mail already known, those whose
 * link opens the activation page in a browser of its own, those like these, and those that bring a code. A reminder
 * that the account exists is none.
 */
export async function activationMailsAmong(
  mails: readonly Mail[],
  means: Means,
  known?: Mail,
): Promise<Mail[]> {
  const kept = new Set(mails.filter((mail) => means.mail.holdsCode(mail) || isAlike(mail, known)));
  // The newest first: it may have put an end to the links of those before, which are then told by their likeness.
  for (const mail of mails.toReversed()) {
    if (kept.has(mail) || !(await activates(mail, means))) continue;
    for (const alike of mails.filter((other) => isAlike(other, mail))) kept.add(alike);
  }
  return mails.filter((mail) => kept.has(mail));
}

/** A used or replaced link opens nothing any more: the mail is known by its subject and by the form of its link. */
function isAlike(mail: Mail, known: Mail | undefined): boolean {
  if (known === undefined || mail.subject !== known.subject) return false;
  const shapes = linksOf(known).filter(isPersonal).map(shapeOf);
  return mail.id === known.id || linksOf(mail).some((link) => shapes.includes(shapeOf(link)));
}

async function activates(mail: Mail, { elsewhere, mail: correspondence }: Means): Promise<boolean> {
  const links = correspondence.linksInto(mail).filter(isPersonal);
  if (links.length === 0) return false;
  const { portal } = await elsewhere();
  for (const link of links) {
    await portal.revisit(link);
    if ((await portal.activation.isShown()) && (await portal.activation.isNamed())) return true;
  }
  return false;
}
