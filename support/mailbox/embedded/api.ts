import { type Context, Hono } from 'hono';
import { detail, listItem, listing, searchItem } from './answers.ts';
import { parseQuery, UnsupportedFilter } from './search.ts';
import { type Store, VERSION } from './store.ts';
import type { StoredMail } from './stored-mail.ts';

const DEFAULT_LIMIT = 50;
const PLAIN = { 'content-type': 'text/plain; charset=utf-8' };
const NOT_IMPLEMENTED = 'La boîte embarquée ne sait pas faire cela. Donnez un vrai Mailpit par MAILPIT_URL.';

/** The part of Mailpit's API that a harness uses; the rest of it says that it is missing. */
export function createApi(store: Store): Hono {
  const api = new Hono();
  api.get('/v1/info', (c) => c.json(info(store)));
  api.get('/v1/messages', (c) => c.json(listing({ ...pageOf(c, store), matching: store.all }, listItem)));
  api.delete('/v1/messages', (c) => deleteMails(c, store));
  api.put('/v1/messages', (c) => markMails(c, store));
  api.get('/v1/search', (c) => search(c, store));
  addMessageRoutes(api, store);
  api.all('*', (c) => c.text(NOT_IMPLEMENTED, 501));
  api.onError((error, c) => {
    if (error instanceof UnsupportedFilter) return c.text(`${NOT_IMPLEMENTED} (${error.message})`, 501);
    throw error;
  });
  return api;
}

function addMessageRoutes(api: Hono, store: Store): void {
  const about = (path: string, answer: (c: Context, mail: StoredMail) => Response) =>
    api.get(`/v1/message/:id${path}`, (c) => {
      const id = c.req.param('id');
      const mail = id === 'latest' ? latest(c, store) : store.find(id);
      if (mail !== undefined) return answer(c, mail);
      return id === 'latest' ? c.text('Message not found', 404) : notFound(c);
    });
  about('', (c, mail) => {
    store.setRead([mail], true);
    return c.json(detail(mail));
  });
  about('/headers', (c, mail) => c.json(mail.headers));
  // Bytes: a mail may be in any charset.
  about('/raw', (c, mail) => c.body(new Uint8Array(mail.raw), 200, PLAIN));
}

function latest(c: Context, store: Store): StoredMail | undefined {
  const query = c.req.query('query')?.trim();
  return query ? store.all.find(parseQuery(query)) : store.all[0];
}

/** Mailpit's answer to what it does not have. */
export function notFound(c: Context): Response {
  return c.text('404 page not found', 404);
}

function search(c: Context, store: Store): Response {
  const query = c.req.query('query')?.trim();
  if (!query) return c.text('Error: no search query', 400);
  const matching = store.all.filter(parseQuery(query));
  return c.json(listing({ ...pageOf(c, store), matching }, searchItem));
}

async function deleteMails(c: Context, store: Store): Promise<Response> {
  const ids = idsOf((await jsonBody(c)) ?? {});
  // As dangerous as Mailpit's own: without identifiers, everything goes.
  if (ids.length > 0) store.delete(ids);
  else store.wipe();
  return c.text('ok');
}

async function markMails(c: Context, store: Store): Promise<Response> {
  const body = await jsonBody(c);
  if (body === undefined) return c.text('invalid JSON', 400);
  if ('Search' in body) return c.text(NOT_IMPLEMENTED, 501);
  const ids = idsOf(body);
  const isRead = 'Read' in body && body.Read === true;
  if (ids.length === 0) store.setAllRead(isRead);
  else
    store.setRead(
      store.all.filter((mail) => ids.includes(mail.id)),
      isRead,
    );
  return c.text('ok');
}

async function jsonBody(c: Context): Promise<object | undefined> {
  const body: unknown = await c.req.json().catch(() => undefined);
  return typeof body === 'object' && body !== null ? body : undefined;
}

function idsOf(body: object): string[] {
  const ids: unknown = 'IDs' in body ? body.IDs : [];
  return Array.isArray(ids) ? ids.filter((id) => typeof id === 'string') : [];
}

function pageOf(c: Context, store: Store) {
  const start = positive(c.req.query('start'), 0);
  return { all: store.all, start, limit: positive(c.req.query('limit'), DEFAULT_LIMIT) };
}

function positive(text: string | undefined, otherwise: number): number {
  return text && /^\d+$/.test(text) ? Number(text) : otherwise;
}

function info(store: Store) {
  const mails = store.all;
  return {
    Version: VERSION,
    LatestVersion: 'disabled',
    Database: '',
    DatabaseSize: 0,
    Messages: mails.length,
    Unread: mails.filter((mail) => !mail.read).length,
    Tags: {},
    RuntimeStats: {
      Uptime: Math.floor((Date.now() - store.started) / 1_000),
      Memory: process.memoryUsage().rss,
      MessagesDeleted: 0,
      SMTPAccepted: mails.length,
      SMTPAcceptedSize: mails.reduce((sum, mail) => sum + mail.raw.length, 0),
      SMTPRejected: 0,
      SMTPIgnored: 0,
    },
  };
}
