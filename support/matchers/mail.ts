import { Finding } from '../failures.ts';
import type { Mail } from '../mailbox/mailbox.ts';
import type { World } from '../runner/world.ts';

/** Where mail is read, and what must not come by it. */
type Hearing = Pick<World, 'mail' | 'silences'>;

/** Demands that a mail reaches one address and no other: no recipient beside, no copy sent apart. */
export async function expectNobodyElse(
  { mail: correspondence, silences }: Hearing,
  mail: Mail,
  address: string,
): Promise<void> {
  await silences.keep('end', async () => {
    const copies = await correspondence.copiesOf(mail);
    const reached = [mail, ...copies].flatMap(({ recipients }) => recipients);
    const others = [...new Set(reached)].filter((recipient) => recipient !== address.toLowerCase());
    if (others.length === 0) return;
    throw new Finding({
      done: `Les destinataires du courriel « ${mail.subject} » et de ses copies ont été lus`,
      expected: `${address}, et personne d'autre`,
      seen: `aussi ${others.join(', ')}`,
    });
  });
}

/** Demands that nothing comes to an address, until whoever it belongs to sends something more to the portal. */
export async function expectSilence({ mail, silences }: Hearing, address: string): Promise<void> {
  await silences.keep('sending', async () => {
    const [came] = await mail.mailsTo(address);
    if (came === undefined) return;
    throw new Finding({
      done: `Le courrier de ${address} a été relevé`,
      expected: 'aucun courriel',
      seen: `« ${came.subject} »`,
    });
  });
}
