import { MailboxUnavailable } from './unavailable.ts';

/** Where a mailbox is, its credentials kept apart so that `url` may be shown. */
export interface Endpoint {
  readonly url: string;
  readonly auth?: { readonly username: string; readonly password: string };
}

export interface EndpointOptions {
  readonly url: string;
  readonly username?: string;
  readonly password?: string;
}

/** Reads a mailbox's address; credentials given apart win over those written in the URL. */
export function parseEndpoint(options: EndpointOptions): Endpoint {
  const parsed = URL.parse(options.url);
  if (!parsed || !/^https?:$/.test(parsed.protocol)) throw invalid(options.url);
  const username = options.username ?? decode(parsed.username);
  const password = options.password ?? decode(parsed.password);
  const url = `${parsed.origin}${parsed.pathname.replace(/\/+$/, '')}`;
  return username || password ? { url, auth: { username, password } } : { url };
}

/** The headers that a request outside `mailpit-api` needs. */
export function authHeaders({ auth }: Endpoint): Record<string, string> {
  if (!auth) return {};
  return { authorization: `Basic ${Buffer.from(`${auth.username}:${auth.password}`).toString('base64')}` };
}

/** A password may hold a `%` that encodes nothing. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function invalid(url: string): MailboxUnavailable {
  const shown = url.replace(/^.*@/s, '…@');
  return new MailboxUnavailable(
    `L’adresse de la boîte de courriel « ${shown} » n’est pas une URL. Écrivez-la ainsi : MAILPIT_URL=http://127.0.0.1:8025.`,
  );
}
