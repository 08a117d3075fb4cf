import { normalAddress } from './address.ts';
import type { Feed } from './feed.ts';
import type { Losses } from './losses.ts';
import { type Mail, recipientsOf } from './mail.ts';
import type { MailpitRest } from './rest.ts';
import type { Summary } from './shapes.ts';
import { MailboxUnavailable } from './unavailable.ts';

const POLL_MS = 2_000;

export interface WaitOptions {
  /** How long to wait from now, in milliseconds. */
  readonly deadlineMs: number;
  /** Mails already read, so not the one awaited. */
  readonly seenIds?: ReadonlySet<string>;
  /**
   * Since when, by `performance.now()`, the mail may have been sent: the start of the wait unless given. A mailbox that
   * lost something since then throws rather than say that nothing came.
   */
  readonly since?: number;
}

/** What a wait asks. */
export interface WaitMeans {
  readonly rest: MailpitRest;
  readonly feed: Feed;
  readonly losses: Losses;
}

/** The oldest unseen mail sent to exactly `address`, as soon as there is one; nothing when none came. */
export function waitForMail(
  means: WaitMeans,
  address: string,
  options: WaitOptions,
): Promise<Mail | undefined> {
  return new Wait(means, address, options).run(options.deadlineMs);
}

/**
 * One wait. Events announce mails; a look (a search) finds those that no event announced: at the
 * start, when the feed opens, every two seconds as a net, and once more when time is up, so that
 * « nothing came » is never said of a mail that is there, nor of a mailbox that no longer answers.
 */
class Wait {
  readonly #means: WaitMeans;
  readonly #address: string;
  readonly #seen: ReadonlySet<string>;
  readonly #since: number;
  readonly #announced: Summary[] = [];
  #bell = Promise.withResolvers<void>();
  #mustLook = true;
  #late = false;
  #closed = false;

  constructor(means: WaitMeans, address: string, { seenIds, since }: WaitOptions) {
    this.#means = means;
    this.#address = normalAddress(address);
    this.#seen = seenIds ?? new Set();
    this.#since = since ?? performance.now();
  }

  async run(deadlineMs: number): Promise<Mail | undefined> {
    const unsubscribe = this.#means.feed.subscribe({
      mail: (summary) => this.#announce(summary),
      opened: () => this.#look(),
      closed: () => this.#close(),
    });
    const poll = setInterval(() => this.#look(), POLL_MS);
    const deadline = setTimeout(() => this.#expire(), deadlineMs);
    try {
      return await this.#untilFound();
    } finally {
      unsubscribe();
      clearInterval(poll);
      clearTimeout(deadline);
    }
  }

  async #untilFound(): Promise<Mail | undefined> {
    for (;;) {
      if (this.#closed)
        throw new MailboxUnavailable('La boîte de courriel a été fermée pendant une attente.');
      const last = this.#late;
      const mail = await this.#take();
      if (mail) return mail;
      if (last) return await this.#checkNothing();
      await this.#bell.promise;
      this.#bell = Promise.withResolvers();
    }
  }

  async #take(): Promise<Mail | undefined> {
    const found = this.#mustLook ? await this.#search() : [];
    // Emptied after the search: what was announced meanwhile is more recent than what it found.
    for (const summary of [...found, ...this.#announced.splice(0)]) {
      const mail = await this.#means.rest.mail(summary);
      if (mail) return mail;
    }
    return undefined;
  }

  async #search(): Promise<Summary[]> {
    this.#mustLook = false;
    const found = await this.#means.rest.addressedTo(this.#address);
    return found.filter((summary) => !this.#seen.has(summary.ID));
  }

  /** @throws MailboxUnavailable when what was sent may have come all the same */
  async #checkNothing(): Promise<undefined> {
    const { losses } = this.#means;
    losses.checkPresence(losses.announcedTo(this.#address, this.#since), this.#seen);
    await losses.checkAge(this.#since);
  }

  #announce(summary: Summary): void {
    if (this.#seen.has(summary.ID) || !recipientsOf(summary).includes(this.#address)) return;
    this.#announced.push(summary);
    this.#bell.resolve();
  }

  #look(): void {
    this.#mustLook = true;
    this.#bell.resolve();
  }

  #expire(): void {
    this.#late = true;
    this.#look();
  }

  #close(): void {
    this.#closed = true;
    this.#bell.resolve();
  }
}
