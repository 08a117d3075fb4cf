import type { BrowserContextOptions } from '@playwright/test';
import type { Target } from '../target/target.ts';
import { trust } from './authority.ts';

type AccessOptions = Pick<
  BrowserContextOptions,
  'proxy' | 'httpCredentials' | 'clientCertificates' | 'ignoreHTTPSErrors'
>;

/** What is read of a target to reach it. */
export type Reached = Pick<Target, 'access' | 'origins'>;

/**
 * Returns how a browser context reaches a target. It does not check certificates itself where the target gives their
 * authority: a Chromium learns of none on its command line, and the pre-flight has checked.
 */
export function browserAccess(target: Reached): AccessOptions {
  const { ca } = target.access;
  return { ...callAccess(target), ...(ca === undefined ? {} : { ignoreHTTPSErrors: true }) };
}

/** Returns how the harness's own calls reach a target; these check certificates. */
export function callAccess({ access, origins }: Reached): Omit<AccessOptions, 'ignoreHTTPSErrors'> {
  const { ca, proxy, basicAuth, clientCertificate } = access;
  if (ca !== undefined) trust(ca);
  return {
    ...(proxy === undefined ? {} : { proxy: proxyOptions(proxy) }),
    // To the portal alone: any site may ask a browser for a password.
    ...(basicAuth === undefined
      ? {}
      : { httpCredentials: origins.map((origin) => ({ ...basicAuth, origin, send: 'always' as const })) }),
    ...(clientCertificate === undefined
      ? {}
      : {
          clientCertificates: origins
            .filter(isHttps)
            .map((origin) => ({ origin, ...filesOf(clientCertificate) })),
        }),
  };
}

/** Returns the headers that a target asks for, where an address is its own; none elsewhere. */
export function ownHeaders({ access, origins }: Reached, url: string): Readonly<Record<string, string>> {
  return origins.includes(URL.parse(url)?.origin ?? '') ? (access.headers ?? {}) : {};
}

function proxyOptions(proxy: string): NonNullable<AccessOptions['proxy']> {
  const { protocol, host, username, password } = new URL(proxy);
  const server = `${protocol}//${host}`;
  if (username === '') return { server };
  return { server, username: decodeURIComponent(username), password: decodeURIComponent(password) };
}

function filesOf({ cert, key, pfx, passphrase }: NonNullable<Target['access']['clientCertificate']>) {
  return {
    ...(cert === undefined ? {} : { certPath: cert }),
    ...(key === undefined ? {} : { keyPath: key }),
    ...(pfx === undefined ? {} : { pfxPath: pfx }),
    ...(passphrase === undefined ? {} : { passphrase }),
  };
}

function isHttps(origin: string): boolean {
  return origin.startsWith('https:');
}
