import { normalAddress } from './address.ts';
import { type EndpointOptions, parseEndpoint } from './endpoint.ts';
import { Feed } from './feed.ts';
import { Losses } from './losses.ts';
import type { Mail } from './mail.ts';
import { MailpitRest } from './rest.ts';
import type { Summary } from './shapes.ts';
import { MailboxUnavailable } from './unavailable.ts';
import { type WaitMeans, type WaitOptions, waitForMail } from './wait.ts';

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
   * deadline passes and the mailbox lost nothing: whose fault that is, the caller decides.
   */
  waitFor(address: string, options: WaitOptions): Promise<Mail | undefined>;
  /**
   * The mails sent to exactly this address (To, Cc or Bcc), oldest first. Throws when the mailbox lost some of those
   * sent since a moment of `performance.now()`, where one is given: what is not there proves nothing then.
   */
  mailsTo(address: string, since?: number): Promise<Mail[]>;
  /**
   * The newest mails that hold this word in their text or in a link, whoever received them; a hundred at most. Throws
   * when the mailbox started anew since that moment.
   */
  mailsHolding(word: string, since?: number): Promise<Mail[]>;
  /** The source of a mail. */
  raw(id: string): Promise<string>;
  /** Throws when it is one that we started, and that ended by itself. */
  probe?(): Promise<void>;
  /** Ends the waits under way, and leaves nothing that keeps the process alive. */
  close(): Promise<void>;
}

/** How many mails are asked for at once: each answer has a deadline, which a queue of hundreds would eat up. */
const AT_ONCE = 20;

export interface MailboxOptions extends EndpointOptions {
  readonly description?: string;
  /** Why the server no longer runs, where it is one that we started. */
  readonly ended?: () => string | undefined;
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
  const losses = new Losses(rest, await rest.probe());
  const feed = new Feed(endpoint);
  feed.subscribe({ mail: (summary) => losses.note(summary), opened: () => {}, closed: () => {} });
  await feed.settled;
  const means = { rest, feed, losses };
  const description = options.description ?? `Mailpit ${endpoint.url}`;
  return {
    url: endpoint.url,
    description,
    waitFor: (address, wait) => waitForMail(means, address, wait),
    mailsTo: (address, since) => mailsTo(means, normalAddress(address), since),
    mailsHolding: (word, since) => mailsHolding(means, word, since),
    raw: (id) => rest.raw(id),
    ...(options.ended === undefined ? {} : { probe: async () => checkRuns(description, options.ended?.()) }),
    close: async () => {
      feed.close();
      closing.abort();
    },
  };
}

async function mailsTo({ rest, losses }: WaitMeans, address: string, since?: number): Promise<Mail[]> {
  // Before the search: what is announced while it goes on may be too late for it.
  const announced = since === undefined ? [] : losses.announcedTo(address, since);
  const mails = await fetchAll(rest, await rest.addressedTo(address));
  losses.checkPresence(announced, new Set(mails.map(({ id }) => id)));
  if (since !== undefined) await losses.checkAge(since);
  return mails;
}

async function mailsHolding({ rest, losses }: WaitMeans, word: string, since?: number): Promise<Mail[]> {
  const mails = await fetchAll(rest, await rest.holding(word));
  if (since !== undefined) await losses.checkAge(since);
  return mails.filter(({ text, html }) => [text, html].some((body) => body.includes(word)));
}

async function fetchAll(rest: MailpitRest, summaries: Summary[]): Promise<Mail[]> {
  const mails: (Mail | undefined)[] = [];
  for (let start = 0; start < summaries.length; start += AT_ONCE) {
    const some = summaries.slice(start, start + AT_ONCE);
    mails.push(...(await Promise.all(some.map((summary) => rest.mail(summary)))));
  }
  return mails.filter((mail) => mail !== undefined);
}

function checkRuns(description: string, end: string | undefined): void {
  if (end === undefined) return;
  throw new MailboxUnavailable(`La boîte de courriel s’est arrêtée d’elle-même, ${description} : ${end}.`);
}
