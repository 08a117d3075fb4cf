import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { Hono } from 'hono';
import { WebSocketServer } from 'ws';
import { createApi, notFound } from './api.ts';
import { createPages } from './pages.ts';
import { Store, type StoreEvent } from './store.ts';

export interface HttpListener {
  readonly port: number;
  readonly store: Store;
  close(): Promise<void>;
}

/** Serves the store: the API, the events and the human pages. */
export async function listenHttp(host: string, port: number): Promise<HttpListener> {
  const store = new Store((event) => broadcast(sockets, event));
  const server = createServer(getRequestListener(createApp(store).fetch));
  const sockets = new WebSocketServer({ server, path: '/api/events' });
  server.listen(port, host);
  // Both report that the port is taken; unheard on the socket server, it would end the process.
  sockets.on('error', () => {});
  await once(server, 'listening');
  return { port: (server.address() as AddressInfo).port, store, close };

  async function close(): Promise<void> {
    store.close();
    await closeNow(server, sockets);
  }
}

function createApp(store: Store): Hono {
  const app = new Hono();
  app.get('/readyz', (c) => c.body(null, 200));
  app.get('/livez', (c) => c.body(null, 200));
  app.route('/api', createApi(store));
  app.route('/', createPages(store));
  app.notFound(notFound);
  return app;
}

function broadcast(sockets: WebSocketServer, event: StoreEvent): void {
  const data = JSON.stringify(event);
  for (const socket of sockets.clients) socket.send(data);
}

async function closeNow(server: Server, sockets: WebSocketServer): Promise<void> {
  for (const socket of sockets.clients) socket.terminate();
  sockets.close();
  const closed = once(server, 'close');
  server.close();
  server.closeAllConnections();
  await closed;
}
