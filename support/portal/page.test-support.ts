import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, type TestContext } from 'node:test';
import { type Browser, chromium, type Page } from '@playwright/test';
import { browserLaunch } from '../runner/browser.ts';
import { registerEngine } from '../runner/engine.ts';
import { embeddedTarget } from '../target/embedded.ts';
import type { Target } from '../target/target.ts';
import type { DriverContext } from './driver-context.ts';
import { PageWatch } from './page-watch.ts';
import { Portal } from './portal.ts';

/** Starts one browser for a test file, and gives a page of its own to each test. */
export function useBrowser(): (t: TestContext) => Promise<Page> {
  let browser: Browser;
  before(async () => {
    await registerEngine();
    browser = await chromium.launch(browserLaunch());
  });
  after(() => browser.close());
  return async (t) => {
    const page = await browser.newPage({ locale: 'fr-FR' });
    t.after(() => page.close());
    return page;
  };
}

/** What the driver tells, to nobody. */
const UNHEARD = { onStep: async () => undefined, onSent: () => undefined, onBrake: () => undefined };

/** The driver on a portal that a test serves; it waits a second at most for an answer. */
export function portalOn(
  page: Page,
  url: string,
  changes: Partial<Target> = {},
  heard: Partial<Pick<DriverContext, 'onBrake'>> = {},
): Portal {
  const usual = () => ({ email: '', nom: '', prenom: '' });
  const target = { ...embeddedTarget, answerMs: 1_000, ...changes };
  return new Portal(page, target, url, { ...UNHEARD, usual, ...heard });
}

/** What a page of the driver needs, on a page whose content a test sets. */
export function contextOn(page: Page): DriverContext {
  const url = 'http://127.0.0.1';
  const onPress = (): undefined => undefined;
  const hands = { inUse: undefined };
  return { page, target: embeddedTarget, url, ...UNHEARD, onPress, hands, watch: new PageWatch(page) };
}

/** A whole French page around a body. */
export function html(body: string, title = 'Portail d’essai'): string {
  return `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>${title}</title></head><body>${body}</body></html>`;
}

/** Answers one request, knowing what was posted; what it returns is sent as a page. */
export type Answer = (
  path: string,
  posted: URLSearchParams | undefined,
  response: ServerResponse,
  cookie?: string,
) => string | undefined | Promise<string | undefined>;

/** Serves pages on a free port until the test ends, and returns the address. */
export async function serve(t: TestContext, answer: Answer): Promise<string> {
  const server = createServer(async (request, response) => {
    const body = await bodyOf(request);
    const posted = request.method === 'POST' ? new URLSearchParams(body) : undefined;
    const page = await answer(request.url ?? '/', posted, response, request.headers.cookie ?? '');
    if (page !== undefined) response.setHeader('content-type', 'text/html; charset=utf-8').end(html(page));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  t.after(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** Waits; only for servers that answer late on purpose. */
export function later(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** Returns what an action gave, and how long it took in milliseconds. */
export async function timed<T>(action: () => Promise<T>): Promise<{ value: T; ms: number }> {
  const start = performance.now();
  const value = await action();
  return { value, ms: performance.now() - start };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of request.setEncoding('utf8')) body += chunk;
  return body;
}
