import type { Page, Request } from '@playwright/test';
import { MeansMissing } from '../failures.ts';

/** Something the browser sent to be taken in. */
export interface Sending {
  readonly url: string;
  readonly method: string;
  readonly contentType: string;
  readonly body: string;
}

const CARRIERS = ['document', 'xhr', 'fetch'];
const READING = ['GET', 'HEAD', 'OPTIONS'];
const FORM = 'application/x-www-form-urlencoded';

/** Follows a page from its first moment: where it went, and what it last sent. */
export class Trail {
  private readonly visited = new Set<string>();
  private last: Sending | undefined;

  constructor(page: Page) {
    page.on('framenavigated', (frame) => {
      if (frame === page.mainFrame() && frame.url().startsWith('http')) this.visited.add(frame.url());
    });
    page.on('request', (request) => {
      if (CARRIERS.includes(request.resourceType()) && !READING.includes(request.method()))
        this.last = sendingOf(request);
    });
  }

  /** The addresses the browser has shown, once each, in the order in which it met them. */
  get addresses(): readonly string[] {
    return [...this.visited];
  }

  /** What was last sent to the portal to be taken in. @throws MeansMissing when it went by another way than HTTP */
  get sending(): Sending {
    if (this.last !== undefined) return this.last;
    throw new MeansMissing('un envoi par HTTP', 'Ce que le navigateur envoie ne peut être rejoué.');
  }
}

function sendingOf(request: Request): Sending {
  return {
    url: request.url(),
    method: request.method(),
    contentType: request.headers()['content-type'] ?? FORM,
    body: request.postData() ?? '',
  };
}

/**
 * Sends again from a page's own session, without its controls. The hidden fields of a form take the values they have
 * on this page: a token that belongs to another session would have it refused for that alone. `own` are the headers
 * that the target asks for.
 */
export async function replay(
  page: Page,
  sending: Sending,
  own: Readonly<Record<string, string>> = {},
): Promise<void> {
  const { url, method, contentType, body } = sending;
  const hidden = await page.locator('body').evaluate(hiddenFields);
  await page.request.fetch(url, {
    method,
    headers: { ...own, 'content-type': contentType, origin: new URL(url).origin, referer: page.url() },
    data: contentType.startsWith(FORM) ? withFields(body, hidden) : body,
    // What is sent is all that counts; a redirection may lead out of the portal.
    maxRedirects: 0,
  });
}

/** Replaces the fields that a form body has, and adds none. */
export function withFields(body: string, fields: ReadonlyArray<readonly [string, string]>): string {
  const form = new URLSearchParams(body);
  for (const [name, value] of fields) if (form.has(name)) form.set(name, value);
  return form.toString();
}

function hiddenFields(body: Element): Array<[string, string]> {
  const fields = Array.from(body.querySelectorAll<HTMLInputElement>('input[type=hidden][name]'));
  return fields.map(({ name, value }) => [name, value]);
}
