import type { Page, Request, Response } from '@playwright/test';
import { MeansMissing } from '../failures.ts';
import { withOwnSession } from './own-session.ts';

/** Something the browser sent to be taken in. */
export interface Sending {
  readonly url: string;
  readonly method: string;
  readonly contentType: string;
  readonly body: string;
  /** What a script added to it: tokens, mostly. */
  readonly headers: Readonly<Record<string, string>>;
  /** The page that sent it. */
  readonly from: Page;
}

const CARRIERS = ['document', 'xhr', 'fetch'];
const READING = ['GET', 'HEAD', 'OPTIONS'];
const FORM = 'application/x-www-form-urlencoded';

/** Follows a page from its first moment: where it went, and what it last sent. */
export class Trail {
  private readonly visited = new Set<string>();
  private readonly read = new Set<string>();
  private last: Sending | undefined;

  constructor(page: Page) {
    page.on('framenavigated', (frame) => {
      if (frame === page.mainFrame() && frame.url().startsWith('http')) this.visited.add(frame.url());
    });
    page.on('response', (response) => {
      if (isData(response, page)) this.read.add(response.url());
    });
    page.on('request', (request) => {
      if (CARRIERS.includes(request.resourceType()) && !READING.includes(request.method()))
        this.last = sendingOf(request, page);
    });
  }

  /** The addresses the browser has shown, once each, in the order in which it met them. */
  get addresses(): readonly string[] {
    return [...this.visited];
  }

  /** The addresses from which the page took data of the portal: where it has one address, these tell its steps. */
  get dataAddresses(): readonly string[] {
    return [...this.read];
  }

  /** What was last sent to the portal to be taken in. @throws MeansMissing when it went by another way than HTTP */
  get sending(): Sending {
    if (this.last !== undefined) return this.last;
    throw new MeansMissing('un envoi par HTTP', 'Ce que le navigateur envoie ne peut être rejoué.');
  }
}

function isData(response: Response, page: Page): boolean {
  const request = response.request();
  const isAsked = ['xhr', 'fetch'].includes(request.resourceType()) && request.method() === 'GET';
  const isJson = /\bjson\b/.test(response.headers()['content-type'] ?? '');
  return isAsked && isJson && URL.parse(response.url())?.origin === URL.parse(page.url())?.origin;
}

function sendingOf(request: Request, from: Page): Sending {
  const headers = Object.entries(request.headers()).filter(([name]) => /^(?:x-|authorization$)/.test(name));
  return {
    from,
    headers: Object.fromEntries(headers),
    url: request.url(),
    method: request.method(),
    contentType: request.headers()['content-type'] ?? FORM,
    body: request.postData() ?? '',
  };
}

/**
 * Sends again from a page's own session, without its controls. The hidden fields of a form, and the header that guards
 * against forgery, take the values they have on this page, and the address its session: what belongs to another one
 * would have it refused for that alone. `own` are the headers that the target asks for.
 */
export async function replay(
  page: Page,
  sending: Sending,
  own: Readonly<Record<string, string>> = {},
): Promise<void> {
  const { method, contentType, body } = sending;
  const added = sending.from === page ? sending.headers : await ownToken(page, sending.headers);
  const { hidden, addresses } = await page.locator('body').evaluate(ownOf);
  const url = withOwnSession(sending.url, [page.url(), ...addresses]);
  const origin = new URL(url).origin;
  await page.request.fetch(url, {
    method,
    headers: { ...own, ...added, 'content-type': contentType, origin, referer: page.url() },
    data: contentType.startsWith(FORM) ? withFields(body, hidden) : body,
    // What is sent is all that counts; a redirection may lead out of the portal.
    maxRedirects: 0,
  });
}

const FORGERY = /csrf|xsrf/i;

/** The header that guards against forgery, with the token of this page, which scripts take from a cookie or a tag. */
async function ownToken(page: Page, headers: Sending['headers']): Promise<Record<string, string>> {
  const name = Object.keys(headers).find((each) => FORGERY.test(each));
  if (name === undefined) return {};
  const cookie = (await page.context().cookies()).find((each) => FORGERY.test(each.name));
  const tag = page.locator('meta[name*=csrf i], meta[name*=xsrf i]');
  const tagged = await tag.evaluateAll((tags) => tags[0]?.getAttribute('content') ?? undefined);
  const token = tagged ?? (cookie === undefined ? undefined : decodeURIComponent(cookie.value));
  return token === undefined ? {} : { [name]: token };
}

/** Replaces the fields that a form body has, and adds none. */
export function withFields(body: string, fields: ReadonlyArray<readonly [string, string]>): string {
  const form = new URLSearchParams(body);
  for (const [name, value] of fields) if (form.has(name)) form.set(name, value);
  return form.toString();
}

/** Runs in the page: it must stand alone. */
function ownOf(body: Element): { hidden: Array<[string, string]>; addresses: string[] } {
  const fields = Array.from(body.querySelectorAll<HTMLInputElement>('input[type=hidden][name]'));
  const whole = (address: string | null): string =>
    URL.parse(address ?? '', document.baseURI)?.href ?? document.baseURI;
  return {
    hidden: fields.map(({ name, value }) => [name, value]),
    addresses: [
      ...Array.from(body.querySelectorAll('form[action]'), (form) => whole(form.getAttribute('action'))),
      ...Array.from(body.querySelectorAll('a[href]'), (link) => whole(link.getAttribute('href'))),
    ],
  };
}
