import { type EndpointOptions, parseEndpoint } from './endpoint.ts';
import { Feed } from './feed.ts';
import type { Mail } from './mail.ts';
import { MailpitRest } from './rest.ts';
import type { Summary } from './shapes.ts';
import { type WaitOptions, waitForMail } from './wait.ts';

export type { Address } from './address.ts';
export type { Mail } from './mail.ts';
export { MailboxUnavailable } from './unavailable.ts';
export type { WaitOptions } from './wait.ts';

/** Where the portal's mails arrive. Its failures throw `MailboxUnavailable`. */
export interface Mailbox {
  /** The mailbox's address, without its credentials. */
  readonly url: string;
  /** Which mailbox it is, in French, for a report. */
  readonly description: string;
  /**
   * The oldest unseen mail sent to exactly this address, come or to come. `undefined` when the
   * deadline passes: whose fault that is, the caller decides.
   */
  waitFor(address: string, options: WaitOptions): Promise<Mail | undefined>;
  /** The mails sent to exactly this address (To, Cc or Bcc), oldest first. */
  mailsTo(address: string): Promise<Mail[]>;
  /** The newest mails that hold this word in their text or in a link, whoever received them; a hundred at most. */
  mailsHolding(word: string): Promise<Mail[]>;
  /** The source of a mail. */
  raw(id: string): Promise<string>;
  /** Ends the waits under way, and leaves nothing that keeps the process alive. */
  close(): Promise<void>;
}

export interface MailboxOptions extends EndpointOptions {
  readonly description?: string;
}

/** Checks that a Mailpit answers within three seconds; throws `MailboxUnavailable` when not. */
export async function probeMailbox(options: EndpointOptions): Promise<void> {
  await new MailpitRest(parseEndpoint(options)).probe();
}

/** Opens a mailbox that speaks Mailpit's API, once it has answered. */
export async function openMailbox(options: MailboxOptions): Promise<Mailbox> {
  const endpoint = parseEndpoint(options);
  const closing = new AbortController();
  const rest = new MailpitRest(endpoint, closing.signal);
  await rest.probe();
  const feed = new Feed(endpoint);
  await feed.settled;
  return {
    url: endpoint.url,
    description: options.description ?? `Mailpit ${endpoint.url}`,
    waitFor: (address, wait) => waitForMail(rest, feed, address, wait),
    mailsTo: async (address) => fetchAll(rest, await rest.addressedTo(address)),
    mailsHolding: async (word) => {
      const mails = await fetchAll(rest, await rest.holding(word));
      return mails.filter(({ text, html }) => [text, html].some((body) => body.includes(word)));
    },
    raw: (id) => rest.raw(id),
    close: async () => {
      feed.close();
      closing.abort();
    },
  };
}

async function fetchAll(rest: MailpitRest, summaries: Summary[]): Promise<Mail[]> {
  const mails = await Promise.all(summaries.map((summary) => rest.mail(summary)));
  return mails.filter((mail) => mail !== undefined);
}
