import { once } from 'node:events';
import type { AddressInfo, Socket } from 'node:net';
import { domainToASCII } from 'node:url';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import { SMTPConnection } from 'smtp-server/lib/smtp-connection.js';
import { MalformedHeader } from './mime/fields.ts';
import type { Envelope } from './transport.ts';

const MAX_BYTES = 50 * 1024 * 1024;

export interface SmtpListener {
  readonly port: number;
  close(): Promise<void>;
}

/** Keeps a mail, and gives the identifier under which it is kept; none when it could not be read, and was dropped. */
export type Accept = (source: Buffer, envelope: Envelope) => string | undefined;

/** Mailpit's answer to a header that is none. */
const UNREADABLE = Object.assign(new Error('4.3.5 Unable to process mail'), { responseCode: 451 });

/**
 * Greets at once. smtp-server waits 100 ms before each greeting, to catch senders that talk too
 * soon, and has no option against it; a harness that opens hundreds of connections would pay for it.
 */
class PromptConnection extends SMTPConnection {
  #greeted = false;

  override init(): void {
    super.init();
    this.connectionReady();
  }

  /** smtp-server calls it again after its delay. */
  override connectionReady(next?: () => void): void {
    if (this.#greeted) return;
    this.#greeted = true;
    super.connectionReady(next);
  }
}

class PromptServer extends SMTPServer {
  override connect(...[socket, options]: Parameters<SMTPServer['connect']>): void {
    const connection = new PromptConnection(this, socket, options);
    this.connections.add(connection);
    connection.on('error', (error) => this.emit('error', error));
    connection.init();
  }
}

/** An SMTP server that takes every mail, from anybody to anybody, with or without a login. */
export async function listenSmtp(host: string, port: number, accept: Accept): Promise<SmtpListener> {
  const server = createServer(accept);
  const sockets = new Set<Socket>();
  server.server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  server.listen(port, host);
  await once(server.server, 'listening');
  return { port: (server.server.address() as AddressInfo).port, close: () => closeNow(server, sockets) };
}

function createServer(accept: Accept): SMTPServer {
  const server = new PromptServer({
    name: 'diapason',
    size: MAX_BYTES,
    rejectOversized: true,
    logger: false,
    disableReverseLookup: true,
    lenientAddressParsing: true,
    disabledCommands: ['STARTTLS'],
    authOptional: true,
    onAuth: (login, _session, done) => done(null, { user: login.username ?? '' }),
    onData: (stream, session, done) => {
      receive(stream, session, accept).then(
        (id) => done(null, id === undefined ? '2.0.0 Ok: queued' : `2.0.0 Ok: queued as ${id}`),
        (error) => done(error instanceof MalformedHeader ? UNREADABLE : error),
      );
    },
  });
  // A sender that hangs up in the middle of a mail is the sender's concern.
  server.on('error', () => {});
  return server;
}

async function receive(
  stream: SMTPServerDataStream,
  session: SMTPServerSession,
  accept: Accept,
): Promise<string | undefined> {
  const { mailFrom, rcptTo } = session.envelope;
  const envelope = {
    from: mailFrom ? asSent(mailFrom.address) : '',
    to: rcptTo.map(({ address }) => asSent(address)),
    helo: session.hostNameAppearsAs,
    remoteAddress: session.remoteAddress,
    ...(session.user === undefined ? {} : { username: session.user }),
  };
  const chunks: Buffer[] = [];
  for await (const chunk of stream) {
    if (!stream.sizeExceeded) chunks.push(chunk);
  }
  // smtp-server refuses it by itself; it must not be kept.
  if (stream.sizeExceeded) throw new Error('Message too big');
  return accept(Buffer.concat(chunks), envelope);
}

/** smtp-server reads a domain in punycode as the letters it stands for. */
function asSent(address: string): string {
  const at = address.lastIndexOf('@') + 1;
  const domain = address.slice(at);
  return `${address.slice(0, at)}${domainToASCII(domain) || domain}`;
}

/** Senders keep their connections open for the next mail: they are cut, rather than waited for. */
async function closeNow(server: SMTPServer, sockets: ReadonlySet<Socket>): Promise<void> {
  const closed = Promise.withResolvers<void>();
  server.close(() => closed.resolve());
  for (const socket of sockets) socket.destroy();
  await closed.promise;
}
