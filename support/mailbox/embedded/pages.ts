import { randomBytes } from 'node:crypto';
import { type Context, Hono } from 'hono';
import { notFound } from './api.ts';
import { listPage } from './page-list.ts';
import { mailPage } from './page-mail.ts';
import type { Store } from './store.ts';

/** The pages a person reads the mails on. */
export function createPages(store: Store): Hono {
  const pages = new Hono();
  pages.get('/', (c) => {
    const nonce = protect(c);
    return c.html(listPage(store.all, nonce));
  });
  pages.get('/view/:id', (c) => {
    const mail = store.find(c.req.param('id'));
    if (!mail) return notFound(c);
    protect(c);
    return c.html(mailPage(mail));
  });
  return pages;
}

/** The frame inherits this policy: a mail may show its styles and images, and run nothing. */
function protect(c: Context): string {
  const nonce = randomBytes(16).toString('base64');
  c.header(
    'Content-Security-Policy',
    `default-src 'none'; script-src 'nonce-${nonce}'; connect-src 'self' ws:; style-src 'unsafe-inline'; ` +
      `img-src data: http: https:; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
  );
  c.header('Referrer-Policy', 'no-referrer');
  return nonce;
}
