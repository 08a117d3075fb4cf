import { recipientsOf } from './mail.ts';
import type { MailpitRest } from './rest.ts';
import type { Summary } from './shapes.ts';
import { MailboxUnavailable } from './unavailable.ts';

/** How many announcements are remembered: a shared Mailpit may announce without end. */
const REMEMBERED = 5_000;

/** A server tells its age in whole seconds: two readings of one birth differ by less than this, in milliseconds. */
const SAME_BIRTH_MS = 1_500;

/**
 * What a mailbox was given and has no more. It may start anew, prune what is old, or be emptied by somebody; « nothing
 * came » is then no answer, for it would be held against the portal.
 */
export class Losses {
  readonly #rest: MailpitRest;
  readonly #born: number | undefined;
  readonly #announced: { readonly summary: Summary; readonly at: number }[] = [];

  /** `born` is when the server started, as it told when the mailbox was opened. */
  constructor(rest: MailpitRest, born: number | undefined) {
    this.#rest = rest;
    this.#born = born;
  }

  /** Takes note of a mail that the server has just announced. */
  note(summary: Summary): void {
    this.#announced.push({ summary, at: performance.now() });
    if (this.#announced.length > REMEMBERED) this.#announced.shift();
  }

  /** Returns the mails announced for an address since a moment of `performance.now()`. */
  announcedTo(address: string, since: number): Summary[] {
    return this.#announced
      .filter(({ summary, at }) => at >= since && recipientsOf(summary).includes(address))
      .map(({ summary }) => summary);
  }

  /** @throws MailboxUnavailable when the server started anew since that moment */
  async checkAge(since: number): Promise<void> {
    if (this.#born === undefined) return;
    const born = await this.#rest.bornAt();
    // The age is rounded down: the server may have started up to a second earlier than it says, never later.
    if (born === undefined || born - this.#born < SAME_BIRTH_MS || born < since) return;
    throw new MailboxUnavailable(
      'La boîte de courriel a redémarré pendant le scénario : un courriel a pu s’y perdre, rien ne peut être conclu de son absence.',
    );
  }

  /** @throws MailboxUnavailable when one of the mails announced is no longer among those that are there */
  checkPresence(announced: readonly Summary[], present: ReadonlySet<string>): void {
    const gone = announced.find(({ ID }) => !present.has(ID));
    if (gone === undefined) return;
    throw new MailboxUnavailable(
      `Le courriel « ${gone.Subject} » est arrivé, puis a disparu de la boîte de courriel (purge, ou suppression par quelqu’un) : rien ne peut être conclu. Si c’est un Mailpit qui ne garde que 500 courriels, lancez-le avec --max 0.`,
    );
  }
}
