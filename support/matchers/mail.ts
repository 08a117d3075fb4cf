import type { Correspondence } from '../correspondence.ts';
import { Finding } from '../failures.ts';
import type { Mail } from '../mailbox/mailbox.ts';

/** Demands that a mail reached one address and no other: no recipient beside, no copy sent apart. */
export async function expectNobodyElse(
  correspondence: Correspondence,
  mail: Mail,
  address: string,
): Promise<void> {
  const copies = await correspondence.copiesOf(mail);
  const reached = [mail, ...copies].flatMap(({ recipients }) => recipients);
  const others = [...new Set(reached)].filter((recipient) => recipient !== address.toLowerCase());
  if (others.length === 0) return;
  throw new Finding({
    done: `Les destinataires du courriel « ${mail.subject} » et de ses copies ont été lus`,
    expected: `${address}, et personne d'autre`,
    seen: `aussi ${others.join(', ')}`,
  });
}

/** Demands that nothing comes to an address during the target's quiet period. */
export async function expectSilence(correspondence: Correspondence, address: string): Promise<void> {
  const mail = await correspondence.unexpectedMailTo(address);
  if (mail === undefined) return;
  throw new Finding({
    done: `Le courrier de ${address} a été relevé`,
    expected: 'aucun courriel',
    seen: `« ${mail.subject} »`,
  });
}
