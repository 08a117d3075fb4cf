import type { TestContext } from 'node:test';
import { createTransport, type SendMailOptions } from 'nodemailer';
import { type EmbeddedMailbox, startEmbeddedMailbox } from './embedded/embedded.ts';
import { type Mailbox, openMailbox } from './mailbox.ts';

export interface Bench {
  readonly embedded: EmbeddedMailbox;
  /** Sends through real SMTP; gives the server's answer. */
  send(mail: SendMailOptions): Promise<string>;
  /** Asks the embedded mailbox over HTTP. */
  ask(path: string, init?: RequestInit): Promise<Response>;
  json(path: string): Promise<unknown>;
}

/** An embedded mailbox and a sender, closed when the test ends. */
export async function startBench(t: TestContext): Promise<Bench> {
  const embedded = await startEmbeddedMailbox();
  const sender = createTransport({ ...embedded.smtp, ignoreTLS: true, pool: true, maxConnections: 8 });
  t.after(async () => {
    sender.close();
    await embedded.close();
  });
  const ask = (path: string, init?: RequestInit) => fetch(embedded.url + path, init);
  return {
    embedded,
    send: async (mail) =>
      (await sender.sendMail({ from: 'portail@exemple.test', text: 'Bonjour', ...mail })).response,
    ask,
    json: async (path) => (await ask(path)).json(),
  };
}

/** The same, with a mailbox opened on it. */
export async function startMailbox(t: TestContext): Promise<Bench & { mailbox: Mailbox }> {
  const bench = await startBench(t);
  const mailbox = await openMailbox({ url: bench.embedded.url });
  t.after(() => mailbox.close());
  return { ...bench, mailbox };
}

/** The identifier that the server gave to a mail it has just accepted. */
export function idOf(response: string): string {
  return response.slice(response.lastIndexOf(' ') + 1);
}
