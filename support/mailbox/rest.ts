import { setTimeout as delay } from 'node:timers/promises';
import { MailpitClient } from 'mailpit-api';
import type { z } from 'zod';
import { normalAddress } from './address.ts';
import type { Endpoint } from './endpoint.ts';
import { type Mail, recipientsOf, toMail } from './mail.ts';
import { detailShape, type Info, infoShape, listShape, type Summary } from './shapes.ts';
import { isAway, statusOf, unavailable } from './unavailable.ts';

const ANSWER_MS = 5_000;
const PROBE_MS = 3_000;
const PAGE = 100;
/** How long a mailbox may be away, as when it restarts, and how often it is asked whether it is back. */
const AWAY_MS = 5_000;
const RETRY_MS = 50;

/** What we ask of Mailpit's REST API: answers checked, failures said in French. */
export class MailpitRest {
  readonly #endpoint: Endpoint;
  readonly #closing: AbortSignal | undefined;

  constructor(endpoint: Endpoint, closing?: AbortSignal) {
    this.#endpoint = endpoint;
    this.#closing = closing;
  }

  /** Resolves when a Mailpit answers here, within three seconds; gives when it started, if it tells. */
  async probe(): Promise<number | undefined> {
    const client = this.#client(this.#signal(PROBE_MS));
    try {
      const info = infoShape.parse(await client.getInfo());
      listShape.parse(await client.listMessages(0, 1));
      return birthOf(info);
    } catch (error) {
      throw unavailable(error, this.#endpoint.url);
    }
  }

  /** When the server started, by `performance.now()` and to the second below, if it tells. */
  async bornAt(): Promise<number | undefined> {
    return birthOf(await this.#ask((client) => client.getInfo(), infoShape));
  }

  /** The mails sent to exactly this address, oldest first. */
  async addressedTo(address: string): Promise<Summary[]> {
    const wanted = normalAddress(address);
    const found = new Map<string, Summary>();
    for (let start = 0; ; start += PAGE) {
      const search = { query: `addressed:"${searchable(wanted)}"`, start, limit: PAGE };
      const page = await this.#ask((client) => client.searchMessages(search), listShape);
      for (const summary of page.messages) found.set(summary.ID, summary);
      if (page.messages.length < PAGE) break;
    }
    return [...found.values()].filter((summary) => recipientsOf(summary).includes(wanted)).reverse();
  }

  /** The newest hundred mails that may hold this word, in their text or in a link. */
  async holding(word: string): Promise<Summary[]> {
    // Mailpit takes what begins with these signs for what must not be there.
    const query = `"${searchable(word).replace(/^[-!]+/, '')}"`;
    const page = await this.#ask((client) => client.searchMessages({ query, limit: 100 }), listShape);
    return page.messages;
  }

  /** The whole mail, or nothing when somebody deleted it in the meantime. */
  async mail(summary: Summary): Promise<Mail | undefined> {
    return this.#guard(async () => {
      const answer = await this.#client()
        .getMessageSummary(summary.ID)
        .catch((error: unknown) => {
          if (statusOf(error) === 404) return undefined;
          throw error;
        });
      return answer && toMail(summary, detailShape.parse(answer));
    });
  }

  /** The source of a mail. */
  async raw(id: string): Promise<string> {
    return this.#guard(() => this.#client().getMessageSource(encodeURIComponent(id)));
  }

  async #ask<T>(call: (client: MailpitClient) => Promise<unknown>, shape: z.ZodType<T>): Promise<T> {
    return this.#guard(async () => shape.parse(await call(this.#client())));
  }

  /** A mailbox that restarts refuses for a moment, and loses nobody's answer: it is asked until it is back. */
  async #guard<T>(work: () => Promise<T>): Promise<T> {
    const end = performance.now() + AWAY_MS;
    for (;;) {
      try {
        return await work();
      } catch (error) {
        if (!isAway(error) || this.#closing?.aborted || performance.now() >= end) {
          throw unavailable(error, this.#endpoint.url);
        }
      }
      await delay(RETRY_MS);
    }
  }

  /** One client per request, because it takes its abort signal when it is built. */
  #client(signal = this.#signal(ANSWER_MS)): MailpitClient {
    const { url, auth } = this.#endpoint;
    return new MailpitClient(url, { fetchOptions: { signal }, ...(auth && { auth }) });
  }

  #signal(ms: number): AbortSignal {
    const late = AbortSignal.timeout(ms);
    return this.#closing ? AbortSignal.any([late, this.#closing]) : late;
  }
}

function birthOf({ RuntimeStats }: Info): number | undefined {
  const uptime = RuntimeStats?.Uptime;
  return uptime === undefined ? undefined : performance.now() - uptime * 1_000;
}

/**
 * The longest run of an address or a token that Mailpit's search takes literally: it drops quotes and
 * punctuation, and its JSON columns escape the rest. The exact match is made on our side.
 */
function searchable(address: string): string {
  const runs = address.match(/[\w.!#$*+/=?^{|}~@'-]+/g) ?? [];
  return runs.reduce((longest, run) => (run.length > longest.length ? run : longest), '@');
}
