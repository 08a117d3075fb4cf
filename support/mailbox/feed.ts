import { WebSocket } from 'ws';
import { authHeaders, type Endpoint } from './endpoint.ts';
import { eventShape, type Summary } from './shapes.ts';

const HANDSHAKE_MS = 3_000;
const FIRST_RETRY_MS = 50;
const LAST_RETRY_MS = 2_000;

export interface FeedListener {
  /** A mail has just arrived. */
  mail(summary: Summary): void;
  /** The feed opened, or opened again: what came while it was closed was not announced. */
  opened(): void;
  /** The feed was closed for good. */
  closed(): void;
}

/**
 * Mailpit's events over one websocket, opened again each time it drops.
 * The `ws` client rather than Node's own: only it can `terminate()`. Node's waits without end for a
 * closing handshake, so a frozen Mailpit would keep the process alive for ever.
 */
export class Feed {
  /** Settles when the first attempt succeeded or failed: without it, waits fall back on their slow poll. */
  readonly settled: Promise<void>;
  readonly #endpoint: Endpoint;
  readonly #listeners = new Set<FeedListener>();
  readonly #settle: () => void;
  #socket: WebSocket | undefined;
  #retry: NodeJS.Timeout | undefined;
  #delay = FIRST_RETRY_MS;
  #closed = false;

  constructor(endpoint: Endpoint) {
    this.#endpoint = endpoint;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.settled = promise;
    this.#settle = resolve;
    this.#open();
  }

  /** Listens until the returned function is called. */
  subscribe(listener: FeedListener): () => void {
    if (this.#closed) listener.closed();
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Closes the feed and leaves nothing running. */
  close(): void {
    this.#closed = true;
    clearTimeout(this.#retry);
    this.#socket?.terminate();
    for (const listener of this.#listeners) listener.closed();
    this.#listeners.clear();
    this.#settle();
  }

  #open(): void {
    const socket = new WebSocket(`${this.#endpoint.url.replace(/^http/, 'ws')}/api/events`, {
      headers: authHeaders(this.#endpoint),
      handshakeTimeout: HANDSHAKE_MS,
    });
    this.#socket = socket;
    socket.on('open', () => this.#opened());
    socket.on('message', (data) => this.#received(String(data)));
    // A close follows every error, and says all we need.
    socket.on('error', () => {});
    socket.on('close', () => this.#dropped());
  }

  #opened(): void {
    this.#delay = FIRST_RETRY_MS;
    this.#settle();
    for (const listener of this.#listeners) listener.opened();
  }

  #received(data: string): void {
    const event = eventShape.safeParse(parseJson(data));
    if (!event.success) return;
    for (const listener of this.#listeners) listener.mail(event.data.Data);
  }

  #dropped(): void {
    this.#settle();
    if (this.#closed) return;
    this.#retry = setTimeout(() => this.#open(), this.#delay);
    this.#delay = Math.min(this.#delay * 2, LAST_RETRY_MS);
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
