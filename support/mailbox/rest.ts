import { MailpitClient } from 'mailpit-api';
import type { z } from 'zod';
import { normalAddress } from './address.ts';
import type { Endpoint } from './endpoint.ts';
import { type Mail, recipientsOf, toMail } from './mail.ts';
import { detailShape, infoShape, listShape, type Summary } from './shapes.ts';
import { statusOf, unavailable } from './unavailable.ts';

const ANSWER_MS = 5_000;
const PROBE_MS = 3_000;
const PAGE = 500;

/** What we ask of Mailpit's REST API: answers checked, failures said in French. */
export class MailpitRest {
  readonly #endpoint: Endpoint;
  readonly #closing: AbortSignal | undefined;

  constructor(endpoint: Endpoint, closing?: AbortSignal) {
    this.#endpoint = endpoint;
    this.#closing = closing;
  }

  /** Resolves when a Mailpit answers here, within three seconds. */
  async probe(): Promise<void> {
    const signal = this.#signal(PROBE_MS);
    await this.#guard(async () => {
      const client = this.#client(signal);
      infoShape.parse(await client.getInfo());
      listShape.parse(await client.listMessages(0, 1));
    });
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
    try {
      const answer = await this.#client().getMessageSummary(summary.ID);
      return toMail(summary, detailShape.parse(answer));
    } catch (error) {
      if (statusOf(error) === 404) return undefined;
      throw unavailable(error, this.#endpoint.url);
    }
  }

  /** The source of a mail. */
  async raw(id: string): Promise<string> {
    return this.#guard(() => this.#client().getMessageSource(encodeURIComponent(id)));
  }

  async #ask<T>(call: (client: MailpitClient) => Promise<unknown>, shape: z.ZodType<T>): Promise<T> {
    return this.#guard(async () => shape.parse(await call(this.#client())));
  }

  async #guard<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      throw unavailable(error, this.#endpoint.url);
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

/**
 * The longest run of an address or a token that Mailpit's search takes literally: it drops quotes and
 * punctuation, and its JSON columns escape the rest. The exact match is made on our side.
 */
function searchable(address: string): string {
  const runs = address.match(/[\w.!#$*+/=?^{|}~@'-]+/g) ?? [];
  return runs.reduce((longest, run) => (run.length > longest.length ? run : longest), '@');
}
