import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebSocket, WebSocketServer } from 'ws';
import type { Server } from './bench.ts';

/** One way for a mailbox server to be wrong, told as what it does to what a right one answers. */
export interface Break {
  readonly name: string;
  /** The clause that must notice it, by the start of its name. */
  readonly noticedBy: string;
  /** Another path, or none of the body that came with it. */
  readonly asked?: (method: string, path: string) => { readonly path?: string; readonly body?: string };
  readonly answered?: (body: Buffer, path: string) => Buffer | string;
  readonly status?: (status: number, path: string) => number;
  /** What becomes of an event; nothing loses it. The rank is that of the connection. */
  readonly told?: (event: string, connection: number) => string | undefined;
}

/** Puts a server that is wrong in that way before one that is right. */
export async function startBroken(right: Server, broken: Partial<Break>): Promise<Server> {
  const server = createServer((request, response) => void pass(right, broken, request, response));
  const sockets = new WebSocketServer({ server });
  let connections = 0;
  sockets.on('connection', (socket) => {
    const rank = ++connections;
    const source = new WebSocket(`${right.url.replace('http', 'ws')}/api/events`);
    // Ended before it began, when a listener leaves at once.
    source.on('error', () => {});
    source.on('message', (data) => {
      const told = broken.told === undefined ? String(data) : broken.told(String(data), rank);
      if (told !== undefined) socket.send(told);
    });
    socket.on('close', () => source.terminate());
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    smtp: right.smtp,
    close: async () => {
      for (const socket of sockets.clients) socket.terminate();
      server.close();
      server.closeAllConnections();
    },
  };
}

async function pass(
  right: Server,
  broken: Partial<Break>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { method = 'GET', url = '/' } = request;
  const sent = await Array.fromAsync(request as AsyncIterable<Buffer>);
  const { path = url, body = Buffer.concat(sent) } = broken.asked?.(method, url) ?? {};
  const answer = await fetch(right.url + path, { method, ...(method === 'GET' ? {} : { body }) });
  const given = Buffer.from(await answer.arrayBuffer());
  const type = answer.headers.get('content-type');
  response.writeHead(
    broken.status?.(answer.status, url) ?? answer.status,
    type ? { 'content-type': type } : {},
  );
  response.end(broken.answered?.(given, url) ?? given);
}

const isMessage = (path: string): boolean => path.startsWith('/api/v1/message/');

function inJson(change: (text: string) => string, concerns: (path: string) => boolean = () => true) {
  return (body: Buffer, path: string) => (concerns(path) ? change(body.toString()) : body);
}

/** What a server, ours first of all, could get wrong without anybody seeing it. */
export const breaks: readonly Break[] = [
  {
    name: '[] au lieu de null dans les listes',
    noticedBy: '« personne »',
    answered: inJson(
      (text) => text.replaceAll('null', '[]'),
      (path) => path.startsWith('/api/v1/messages'),
    ),
  },
  {
    name: 'null au lieu de [] dans les événements',
    noticedBy: '« personne »',
    told: (event) => event.replaceAll('[]', 'null'),
  },
  {
    name: 'les fins de ligne réduites à LF',
    noticedBy: 'le texte garde',
    answered: inJson((text) => text.replaceAll('\\r\\n', '\\n'), isMessage),
  },
  {
    name: 'les destinataires de l’enveloppe oubliés',
    noticedBy: 'les destinataires de la seule enveloppe',
    answered: inJson((text) => text.replace(/"Bcc":\[[^\]]+\]/g, '"Bcc":[]')),
  },
  {
    name: 'un HTML seul laissé sans texte',
    noticedBy: 'un HTML seul',
    answered: inJson((text) => text.replace(/"Text":"(?:[^"\\]|\\.)*"/, '"Text":""'), isMessage),
  },
  {
    name: 'une recherche qui rend tout',
    noticedBy: 'la recherche',
    asked: (_, path) => ({ path: path.replace(/^\/api\/v1\/search\?query=[^&]*/, '/api/v1/messages?') }),
  },
  {
    name: 'tout supprimé, quoi qu’on supprime',
    noticedBy: 'supprimer par identifiant',
    asked: (method) => (method === 'DELETE' ? { body: '' } : {}),
  },
  {
    name: 'ce qui n’existe pas donné pour vide',
    noticedBy: 'ce qui n’existe pas',
    status: (status) => (status === 404 ? 200 : status),
  },
  {
    name: 'muet aux événements après leur réouverture',
    noticedBy: 'les événements, fermés puis rouverts',
    told: (event, connection) => (connection === 1 ? event : undefined),
  },
  {
    name: 'la source lue comme de l’UTF-8',
    noticedBy: 'la source',
    answered: (body, path) => (path.endsWith('/raw') ? body.toString('utf8') : body),
  },
  {
    name: 'un seul destinataire par courriel',
    noticedBy: 'relever : les destinataires exacts',
    answered: inJson((text) => text.replace(/"Cc":\[[^\]]+\]/g, '"Cc":null')),
  },
  {
    name: 'les pages ignorées : toujours la première',
    noticedBy: 'la liste se lit par pages',
    asked: (_, path) => ({ path: path.replace(/([?&])start=\d+/, '$1') }),
  },
];
