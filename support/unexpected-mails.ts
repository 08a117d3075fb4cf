import { activationMailsAmong } from './activation-mails.ts';
import { Finding } from './failures.ts';
import type { Mail } from './mailbox/mailbox.ts';
import type { World } from './runner/world.ts';

/** What an address has received, when it is more than what was expected there. */
interface Surplus {
  readonly address: string;
  readonly expected: number;
  readonly activations: readonly Mail[];
  readonly others: readonly Mail[];
}

/**
 * Looks once, without waiting, at the mail of everyone in a scenario, and keeps the names of what was not awaited.
 * @throws Finding when an address has more activation mails than the scenario's doings may have brought it
 */
export async function checkUnexpectedMails(world: World): Promise<void> {
  const surpluses = await surplusesIn(world);
  const others = surpluses.flatMap(({ others, address }) =>
    others.map((mail) => `${named(mail)}, à ${address}`),
  );
  if (others.length > 0) await world.evidence.otherMails(others);
  // One address is enough to act on: the others have the same cause.
  const wrong = surpluses.find(({ activations, expected }) => activations.length > expected);
  if (wrong === undefined) return;
  throw new Finding({
    done: `Le scénario a été joué jusqu'au bout, puis le courrier de ${wrong.address} relevé`,
    expected: expectation(wrong.expected),
    seen: `${wrong.activations.length} : ${wrong.activations.map(named).join(', ')}`,
  });
}

async function surplusesIn(world: World): Promise<Surplus[]> {
  const people = [world, ...world.others];
  const looks = [...expectedOf(people)].map(async ([address, expected]) => ({
    address,
    expected,
    mails: await world.mail.mailsTo(address),
  }));
  const surpluses: Surplus[] = [];
  for (const { address, expected, mails } of await Promise.all(looks)) {
    if (mails.length <= expected) continue;
    const known = people.map(({ mail }) => mail.readTo(address)).find((mail) => mail !== undefined);
    const activations = await activationMailsAmong(mails, world, known);
    const others = mails.filter((mail) => !activations.includes(mail));
    surpluses.push({ address, expected, activations, others });
  }
  return surpluses;
}

/** Two people may give the same address: what both did counts. */
function expectedOf(people: readonly World[]): Map<string, number> {
  const sum = new Map<string, number>();
  for (const { expectedMails } of people) {
    for (const [address, count] of expectedMails.byAddress) sum.set(address, (sum.get(address) ?? 0) + count);
  }
  return sum;
}

function expectation(count: number): string {
  const said = ["aucun courriel d'activation", "un seul courriel d'activation"][count];
  return said ?? `${count} courriels d'activation au plus`;
}

function named({ subject, created }: Mail): string {
  return `« ${subject} », arrivé le ${created.toLocaleString('fr-FR').replace(' ', ' à ')}`;
}
