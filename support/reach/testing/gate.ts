import { readFileSync } from 'node:fs';
import { createServer as createHttp, type IncomingMessage, type RequestListener, request } from 'node:http';
import { createServer as createHttps } from 'node:https';
import { type AddressInfo, connect, type Server } from 'node:net';
import { join } from 'node:path';
import type { Duplex } from 'node:stream';
import type { TestContext } from 'node:test';

/** What a gate asks for before it lets anybody through. */
export interface GateOptions {
  /** « nom:motdepasse ». */
  readonly basic?: string;
  readonly header?: readonly [name: string, value: string];
  readonly clientCertificate?: boolean;
}

/** The certificates of tests: an authority, and what it signed for 127.0.0.1. Nothing real trusts it. */
export const CERTIFICATES = import.meta.dirname;

/** Returns a file of theirs. */
export function certificate(name: string): string {
  return join(CERTIFICATES, name);
}

/** Serves HTTPS in front of a portal, and lets through only whoever brings what it asks for. */
export async function startGate(
  behind: string,
  options: GateOptions = {},
): Promise<{ url: string; server: Server }> {
  const server = createHttps(
    {
      key: readFileSync(certificate('server.key')),
      cert: readFileSync(certificate('server.pem')),
      ...(options.clientCertificate
        ? { ca: readFileSync(certificate('ca.pem')), requestCert: true, rejectUnauthorized: true }
        : {}),
    },
    gatekeeper(behind, options),
  );
  return { url: `https://127.0.0.1:${await listening(server)}`, server };
}

/** A proxy that asks for « nom:motdepasse ». */
export async function startProxy(asked: string): Promise<{ url: string; server: Server; seen: string[] }> {
  const seen: string[] = [];
  const server = createHttp((_request, response) => response.writeHead(501).end());
  server.on('connect', (head: IncomingMessage, socket: Duplex) => {
    if (head.headers['proxy-authorization'] !== basicOf(asked)) {
      socket.end('HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic\r\n\r\n');
      return;
    }
    seen.push(head.url ?? '');
    const [host, port] = (head.url ?? '').split(':');
    const through = connect(Number(port), host, () => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n');
      through.pipe(socket).pipe(through);
    });
    for (const end of [through, socket]) end.on('error', () => through.destroy());
  });
  return { url: `http://127.0.0.1:${await listening(server)}`, server, seen };
}

/** Closes a server with the test that started it. */
export function closedAfter<T extends { server: Server }>(t: TestContext, started: T): T {
  t.after(() => {
    (started.server as ReturnType<typeof createHttp>).closeAllConnections();
    started.server.close();
  });
  return started;
}

function gatekeeper(behind: string, { basic, header }: GateOptions): RequestListener {
  return (incoming, response) => {
    if (basic !== undefined && incoming.headers.authorization !== basicOf(basic)) {
      response.writeHead(401, { 'www-authenticate': 'Basic realm="recette"' }).end();
      return;
    }
    if (header !== undefined && incoming.headers[header[0]] !== header[1]) {
      response.writeHead(403).end('Interdit');
      return;
    }
    pass(behind, incoming, response);
  };
}

function pass(behind: string, incoming: IncomingMessage, response: Parameters<RequestListener>[1]): void {
  const { method, headers, url: path = '/' } = incoming;
  const onward = request(new URL(path, behind), { method, headers }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(response);
  });
  onward.on('error', () => response.writeHead(502).end());
  incoming.pipe(onward);
}

function basicOf(pair: string): string {
  return `Basic ${Buffer.from(pair).toString('base64')}`;
}

async function listening(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}
