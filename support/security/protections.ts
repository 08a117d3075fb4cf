import type { Page } from '@playwright/test';
import { shownAddress } from '../portal/shown-address.ts';
import type { OtherSite } from './other-site.ts';
import type { Exchange } from './recorder.ts';

/** What an answer must say to be read as what it is. */
const TYPED = ['document', 'script', 'stylesheet', 'xhr', 'fetch'];

/** Policies that give another site no more than an origin. */
const DISCREET = [
  'no-referrer',
  'same-origin',
  'origin',
  'strict-origin',
  'origin-when-cross-origin',
  'strict-origin-when-cross-origin',
];

/** Returns the portal's pages among what was answered: those that a person saw. */
export function pagesIn(exchanges: readonly Exchange[], isOwn: (url: string) => boolean): Exchange[] {
  return exchanges.filter(
    (exchange) => isOwn(exchange.url) && exchange.type === 'document' && isPage(exchange),
  );
}

function isPage({ status, headers }: Exchange): boolean {
  return status >= 200 && (status < 300 || status >= 400) && /html/.test(headerIn(headers, 'content-type'));
}

/** Returns in French the addresses of the pages that come without a policy of contents. */
export function withoutPolicy(pages: readonly Exchange[]): string[] {
  return addressesOf(
    pages.filter(
      ({ headers, body }) =>
        headerIn(headers, 'content-security-policy') === '' &&
        !hasMeta(body, 'http-equiv', 'content-security-policy'),
    ),
  );
}

/** Returns in French the addresses whose answer a browser may take for something else than it says it is. */
export function withoutNosniff(exchanges: readonly Exchange[], isOwn: (url: string) => boolean): string[] {
  const typed = exchanges.filter(
    ({ url, type, status, body }) =>
      isOwn(url) && TYPED.includes(type) && status >= 200 && (status < 300 || status >= 400) && body !== '',
  );
  return addressesOf(
    typed.filter(({ headers }) => {
      const [first = ''] = headerIn(headers, 'x-content-type-options').split(',');
      return first.trim().toLowerCase() !== 'nosniff';
    }),
  );
}

/** Returns in French what a page says to other sites of its own address, where that is too much; else `undefined`. */
export function indiscretionOf({ headers, body }: Exchange): string | undefined {
  const named = metaOf(body, 'name', 'referrer') ?? headerIn(headers, 'referrer-policy');
  // The last policy that a browser knows is the one that counts.
  const policy = named.split(',').at(-1)?.trim().toLowerCase() ?? '';
  if (policy === '') return 'aucun en-tête Referrer-Policy';
  return DISCREET.includes(policy) ? undefined : `Referrer-Policy: ${policy}`;
}

/** Puts a script in a page as an injection would, and returns whether it ran. */
export async function runsInjectedScript(page: Page): Promise<boolean> {
  return page.evaluate((mark) => {
    const script = document.createElement('script');
    try {
      script.textContent = `globalThis[${JSON.stringify(mark)}] = true`;
      document.head.append(script);
    } catch {
      // A page that wants trusted types has refused it.
    }
    script.remove();
    return Reflect.get(globalThis, mark) === true;
  }, 'diapasonInjected');
}

/** Follows a link from a page to another site, in a tab of its own, and returns the address that site is told. */
export async function refererTold(page: Page, site: OtherSite): Promise<string> {
  const before = site.heard.length;
  const opening = page.context().waitForEvent('page');
  await page.evaluate((href) => {
    const link = Object.assign(document.createElement('a'), { href, target: '_blank' });
    document.body.append(link);
    link.click();
    link.remove();
  }, `${site.url}/suivi`);
  const tab = await opening;
  await tab.waitForLoadState('load');
  await tab.close();
  return site.heard.slice(before).find(({ path }) => path === '/suivi')?.referer ?? '';
}

/** Each name and value lower-cased; several headers of a name count as one, as browsers read them. */
function headerIn(headers: Exchange['headers'], wanted: string): string {
  const values = headers.filter(({ name }) => name.toLowerCase() === wanted).map(({ value }) => value);
  return values.join(', ').replaceAll('\n', ', ');
}

function hasMeta(body: string, attribute: string, value: string): boolean {
  return metaOf(body, attribute, value) !== undefined;
}

function metaOf(body: string, attribute: string, value: string): string | undefined {
  const metas = body.match(/<meta\b[^>]*>/gi) ?? [];
  const named = new RegExp(`\\b${attribute}\\s*=\\s*["']?${value}\\b`, 'i');
  const meta = metas.find((each) => named.test(each));
  return meta === undefined ? undefined : (/\bcontent\s*=\s*["']([^"']*)/i.exec(meta)?.[1] ?? '');
}

function addressesOf(exchanges: readonly Exchange[]): string[] {
  return [...new Set(exchanges.map(({ url, status }) => `${shownAddress(url)} (HTTP ${status})`))];
}
