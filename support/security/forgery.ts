import { errors, type Page } from '@playwright/test';
import { redrawnCode } from '../../fixtures/altered-link.ts';
import { MeansMissing } from '../failures.ts';
import type { OtherSite } from './other-site.ts';
import type { Probes } from './probes.ts';
import type { Step } from './script.ts';

/** A request of the portal's own pages, as another site can have a visitor's browser send it. */
export interface Forged {
  /** In French, what differs from what the portal's own page sends. */
  readonly how: string;
  /** The page of the other site that sends it, and where. */
  readonly page: string;
  readonly to: string;
  /** Whether that page stays, and says when it has sent; a form leads the browser to the portal. */
  readonly isScript?: boolean;
}

const FORM = 'application/x-www-form-urlencoded';

/** A value nobody types: the portal gave it to the session in which the request was recorded. */
const DRAWN = /^(?=.*\d)[\w.~+/=-]{16,}$/;

/**
 * Returns what another site can do of a request: a form, with the tokens that its author found in a session of their
 * own, and without any; where it is no form that was sent, its text in a form, and a script that sends it as it was.
 */
export function forgedFrom({ url, method, headers, body }: Step): Forged[] {
  const type = headers['content-type'] ?? FORM;
  if (method === 'POST' && type.startsWith(FORM)) {
    const fields = [...new URLSearchParams(body)];
    const bare = fields.filter(([, value]) => !DRAWN.test(value));
    const whole = { how: "avec le jeton d'une autre session", to: url, page: formPage(url, fields) };
    return fields.length === bare.length
      ? [{ ...whole, how: 'tel que la page du portail l’envoie' }]
      : [whole, { how: 'sans jeton', to: url, page: formPage(url, bare) }];
  }
  // A field whose name begins the text and whose value ends it: « = » then stands in a piece that nobody reads.
  const field: Pair = body.endsWith('}') ? [`${body.slice(0, -1)},"_":"`, '"}'] : [body, ''];
  return [
    { how: 'sous la forme d’un formulaire en texte', to: url, page: formPage(url, [field], 'text/plain') },
    { how: 'par un script', to: url, page: scriptPage({ url, method, type, body }), isScript: true },
  ];
}

type Pair = readonly [name: string, value: string];

/** How long another site's page may take to have sent what it sends, in milliseconds. */
const SENDING_MS = 5_000;

/**
 * Has a visitor's browser, in which they may be logged in to the portal, open a page of another site; returns what is
 * then read in its tab, which is closed.
 */
export async function visit<T>(
  visitor: Page,
  site: OtherSite,
  forged: Forged,
  probes: Probes,
  read: (tab: Page) => Promise<T>,
): Promise<T> {
  // A tab of its own: the visitor's is not followed out of the portal.
  const tab = await visitor.context().newPage();
  probes.note(forged.isScript ? 'fetch' : 'POST', forged.to);
  try {
    await tab.goto(site.serve(forged.page));
    await hasSent(tab, site, forged);
    return await read(tab);
  } finally {
    await tab.close();
  }
}

/** An answer that shows nothing leaves the tab where it is: what came of it is then looked for elsewhere. */
async function hasSent(tab: Page, site: OtherSite, { isScript }: Forged): Promise<void> {
  const timeout = SENDING_MS;
  try {
    if (isScript) await tab.waitForFunction('globalThis.sent', undefined, { timeout });
    else await tab.waitForURL(({ origin }) => origin !== site.url, { timeout });
  } catch (error) {
    if (!(error instanceof errors.TimeoutError)) throw error;
  }
}

/** Returns a request as it is known to whoever is not of its session: its tokens are others, of the same form. */
export function unknowing(step: Step, draw: (below: number) => number): Step {
  const other = (text: string): string => text.replace(/[\w.~+/-]{16,}=*/g, (each) => otherToken(each, draw));
  const { origin, pathname, search } = new URL(step.url);
  return {
    ...step,
    url: `${origin}${pathname.replace(/[^/]+/g, other)}${other(search)}`,
    body: other(step.body),
  };
}

function otherToken(text: string, draw: (below: number) => number): string {
  return DRAWN.test(text) ? redrawnCode(text, draw) : text;
}

/** Returns the last request by which something was sent. @throws MeansMissing when there is none */
export function lastSent(script: readonly Step[]): Step {
  const last = script.at(-1);
  if (last !== undefined && last.method !== 'GET') return last;
  throw new MeansMissing(
    'un envoi par HTTP',
    'Ce que le navigateur envoie ne peut être envoyé d’un autre site.',
  );
}

function formPage(action: string, fields: readonly Pair[], type = FORM): string {
  const inputs = fields.map(
    ([name, value]) => `<input type="hidden" name="${escaped(name)}" value="${escaped(value)}">`,
  );
  // Not « submit()»: a field may bear that name.
  return `<!doctype html><meta charset="utf-8"><title>Un autre site</title>
<script>globalThis.sent = false</script>
<form method="post" action="${escaped(action)}" enctype="${type}">${inputs.join('')}</form>
<script>HTMLFormElement.prototype.submit.call(document.forms[0])</script>`;
}

function scriptPage(request: { url: string; method: string; type: string; body: string }): string {
  const { url, method, type, body } = request;
  const init = { method, credentials: 'include', headers: { 'content-type': type }, body };
  const call = JSON.stringify([url, init]).replaceAll('<', '\\u003c');
  return `<!doctype html><meta charset="utf-8"><title>Un autre site</title>
<script>globalThis.sent = false; fetch(...${call}).catch(() => {}).finally(() => { globalThis.sent = true; })</script>`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"\n\r]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
