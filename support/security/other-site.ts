import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a request told a site that is not the portal's. */
export interface Heard {
  readonly path: string;
  readonly referer: string | undefined;
}

/** A site that is not the portal: what the portal must say nothing to, and believe nothing from. */
export interface OtherSite {
  /** Without a final slash; another site to a browser, not only another port. */
  readonly url: string;
  /** What it was asked so far. */
  readonly heard: readonly Heard[];
  /** Puts a page at an address, and returns that address. */
  serve(page: string): string;
  close(): Promise<void>;
}

/** Starts such a site on this machine, on a free port. */
export async function startOtherSite(portalUrl: string): Promise<OtherSite> {
  const pages: string[] = [];
  const heard: Heard[] = [];
  const answer = ({ url = '/', headers: { referer } }: IncomingMessage, response: ServerResponse): void => {
    heard.push({ path: url, referer });
    const page = pages[Number(/^\/page-(\d+)$/.exec(url)?.[1] ?? -1)];
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(page ?? '<!doctype html><title>Un autre site</title>');
  };
  const server = createServer(answer).listen(0, '127.0.0.1');
  await once(server, 'listening');
  server.unref();
  const { port } = server.address() as AddressInfo;
  // The port makes another origin only; the name makes another site, to which cookies of the first are not lent.
  const host = new URL(portalUrl).hostname === 'localhost' ? '127.0.0.1' : 'localhost';
  const url = `http://${host}:${port}`;
  return {
    url,
    heard,
    serve: (page) => `${url}/page-${pages.push(page) - 1}`,
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
