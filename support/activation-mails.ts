import type { Mail } from './mailbox/mailbox.ts';
import type { World } from './runner/world.ts';

/**
 * Keeps the mails by which an account may be activated: those like the activation mail already known, and those whose
 * link opens the activation page in a browser of its own. A reminder that the account exists is none.
 */
export async function activationMailsAmong(
  mails: readonly Mail[],
  { elsewhere, mail: correspondence }: Pick<World, 'elsewhere' | 'mail'>,
  known?: Mail,
): Promise<Mail[]> {
  const kept: Mail[] = [];
  for (const mail of mails) {
    const links = correspondence.linksInto(mail);
    if (mail.subject === known?.subject || (await anyActivates(links, elsewhere))) kept.push(mail);
  }
  return kept;
}

async function anyActivates(links: readonly string[], elsewhere: World['elsewhere']): Promise<boolean> {
  if (links.length === 0) return false;
  const { portal } = await elsewhere();
  for (const link of links) {
    await portal.revisit(link);
    if ((await portal.activation.isShown()) && (await portal.activation.isNamed())) return true;
  }
  return false;
}
