import { subscribe } from 'node:diagnostics_channel';
import { appendFileSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';

/** A request that a server of this process received. */
export interface Received {
  readonly at: number;
  readonly method: string;
  /** Without its query. */
  readonly path: string;
}

// Loaded by `--import` before anything else: writes each request to the file named by `DIAPASON_BENCH_REQUESTS`,
// whoever drives the browser.
const file = process.env.DIAPASON_BENCH_REQUESTS;
if (file !== undefined) {
  subscribe('http.server.request.start', (message) => {
    const { method = '', url = '' } = (message as { request: IncomingMessage }).request;
    const received: Received = { at: Date.now(), method, path: url.split('?')[0] ?? '' };
    appendFileSync(file, `${JSON.stringify(received)}\n`);
  });
}
