import { once } from 'node:events';
import { createTransport, type SendMailOptions } from 'nodemailer';
import { WebSocket } from 'ws';
import { authHeaders } from '../endpoint.ts';
import { type Mailbox, openMailbox } from '../mailbox.ts';

/** A mailbox server under contract. */
export interface Server {
  readonly url: string;
  readonly smtp: { readonly host: string; readonly port: number };
  /** Where it asks for a login. */
  readonly auth?: { readonly username: string; readonly password: string };
  close(): Promise<void>;
}

/** An event as the websocket gives it. */
export interface ServerEvent {
  readonly Type: string;
  readonly Data: Readonly<Record<string, unknown>> | null;
}

/** The events that a server sent since they were listened to. */
export interface Events {
  /** The first event that satisfies this, come or to come. @throws Error when it does not come */
  first(what: string, isIt: (event: ServerEvent) => boolean): Promise<ServerEvent>;
  close(): void;
}

/** What a clause is played with. */
export interface Bench {
  readonly server: Server;
  /** Sends through real SMTP; gives the server's answer. */
  send(mail: SendMailOptions): Promise<string>;
  ask(path: string, init?: RequestInit): Promise<Response>;
  json(path: string): Promise<unknown>;
  listen(): Promise<Events>;
  /** Opens a mailbox on the server, closed with the bench. */
  mailbox(): Promise<Mailbox>;
  close(): Promise<void>;
}

const EVENT_MS = 3_000;

/** Opens a bench on a server; whoever opened it closes both. */
export function openBench(server: Server): Bench {
  const sender = createTransport({ ...server.smtp, ignoreTLS: true, pool: true, maxConnections: 8 });
  const closing: (() => void | Promise<void>)[] = [() => sender.close()];
  const headers = authHeaders(server);
  const ask = (path: string, init?: RequestInit) =>
    fetch(server.url + path, { ...init, headers: { ...headers, ...init?.headers } });
  return {
    server,
    ask,
    send: async (mail) =>
      (await sender.sendMail({ from: 'portail@exemple.test', text: 'Bonjour', ...mail })).response,
    json: async (path) => (await ask(path)).json(),
    listen: async () => {
      const events = await listenTo(server);
      closing.push(events.close);
      return events;
    },
    mailbox: async () => {
      const mailbox = await openMailbox({ url: server.url, ...server.auth });
      closing.push(() => mailbox.close());
      return mailbox;
    },
    close: async () => {
      for (const close of closing.splice(0)) await close();
    },
  };
}

async function listenTo(server: Server): Promise<Events> {
  const heard: ServerEvent[] = [];
  const socket = new WebSocket(`${server.url.replace('http', 'ws')}/api/events`, {
    headers: authHeaders(server),
  });
  socket.on('message', (data) => heard.push(JSON.parse(String(data))));
  await once(socket, 'open');
  return {
    close: () => socket.terminate(),
    first: async (what, isIt) => {
      const late = AbortSignal.timeout(EVENT_MS);
      for (;;) {
        const found = heard.find(isIt);
        if (found !== undefined) return found;
        await once(socket, 'message', { signal: late }).catch(() => {
          throw new Error(`L’événement n’est pas venu : ${what}. Venus : ${JSON.stringify(heard)}`);
        });
      }
    },
  };
}

/** The identifier that the server gave to a mail it has just accepted. */
export function idOf(response: string): string {
  return response.slice(response.lastIndexOf(' ') + 1);
}
