import { isIP } from 'node:net';
import { HarnessSetupError } from '../setup-error.ts';

/** Names reserved for tests or for a site's own use (RFC 2606, 6761, 6762, ICANN for `internal`): nobody's production. */
const RESERVED = ['test', 'example', 'localhost', 'invalid', 'internal', 'local'];

/** The real public service: a conformance run creates accounts, and never there. */
const REAL_SERVICE = /(^|\.)(chorus-pro|choruspro|piste)\.gouv\.fr$|(^|\.)aife\.economie\.gouv\.fr$/;

/** INSEE's own service, which a portal may ask and this suite never does. */
const REAL_INSEE = /(^|\.)insee\.fr$/;

/** Who lets a run go to a host that is nobody's test bench, and until what day. */
export interface Authorisation {
  readonly by: string;
  /** The last day it is worth, « 2026-12-31 ». */
  readonly until: string;
}

/** An address of a target file, and the key that gives it. */
export interface DeclaredAddress {
  readonly key: string;
  readonly url: string;
}

/** How long before its end an authorisation is said to end soon, in days. */
const WARNING_DAYS = 14;

const DAY_MS = 86_400_000;

/**
 * Lets a run go only to loopback, private and reserved hosts, and to others while somebody authorises it.
 * @throws HarnessSetupError for any other host, and for the real public service whatever is authorised.
 */
export function checkAddresses(
  path: string,
  addresses: readonly DeclaredAddress[],
  authorised: Authorisation | undefined,
  now = new Date(),
): void {
  for (const { key, url } of addresses) refuseRealService(path, key, url);
  const foreign = addresses.find(({ url }) => !isNobodys(hostOf(url)));
  if (foreign === undefined) return;
  if (authorised !== undefined && daysLeft(authorised, now) < 0) throw ended(path, authorised);
  if (authorised !== undefined) return;
  throw new HarnessSetupError(
    `L'adresse ${shownUrl(foreign.url)} (« ${foreign.key} » du fichier cible ${path}) n'est ni locale, ni privée, ni réservée aux essais.`,
    'Jouez la suite contre un environnement de recette local ou privé (.test, .example, .localhost, 10.x, 192.168.x…), ou déclarez qui l’autorise : "authorised": { "by": "…", "until": "2026-12-31" }.',
  );
}

/** Says in French that an authorisation ends soon; `undefined` where there is none, or it ends later. */
export function endingSoon(authorised: Authorisation | undefined, now = new Date()): string | undefined {
  if (authorised === undefined) return undefined;
  const days = daysLeft(authorised, now);
  if (days > WARNING_DAYS) return undefined;
  const when = days === 0 ? 'aujourd’hui' : days === 1 ? 'demain' : `dans ${days} jours`;
  return `L’autorisation donnée par ${authorised.by} prend fin ${when} (${inFrench(authorised.until)}) : faites-la renouveler dans « authorised ».`;
}

/** Says in French who authorises a run, and until when. */
export function authorisationText({ by, until }: Authorisation): string {
  return `${by}, jusqu’au ${inFrench(until)}`;
}

function refuseRealService(path: string, key: string, url: string): void {
  const host = hostOf(url);
  if (!REAL_SERVICE.test(host) && !REAL_INSEE.test(host)) return;
  throw new HarnessSetupError(
    `Le fichier cible ${path} désigne le vrai service public (${host}, dans « ${key} »).`,
    'Diapason crée des comptes fictifs : il ne se joue jamais contre ce service, quelle que soit l’autorisation. Donnez l’adresse d’une recette.',
  );
}

function ended(path: string, { by, until }: Authorisation): HarnessSetupError {
  return new HarnessSetupError(
    `Dans le fichier cible ${path}, l’autorisation donnée par ${by} (« authorised ») a pris fin le ${inFrench(until)}.`,
    'Faites-la renouveler, et écrivez sa nouvelle date dans « authorised.until ».',
  );
}

/** Whole days from today to the last day: 0 on that day. */
function daysLeft({ until }: Authorisation, now: Date): number {
  const today = Date.UTC(now.getFullYear(), now.getMonth(), now.getDate());
  return Math.round((Date.parse(until) - today) / DAY_MS);
}

function inFrench(day: string): string {
  return day.split('-').reverse().join('/');
}

/** A final dot, which names the same host, must not let it pass. */
function hostOf(url: string): string {
  return new URL(url).hostname
    .replace(/^\[|\]$/g, '')
    .replace(/\.$/, '')
    .toLowerCase();
}

function isNobodys(host: string): boolean {
  return isPrivate(host) || RESERVED.includes(host.split('.').at(-1) ?? '');
}

function isPrivate(host: string): boolean {
  if (isIP(host) === 6) return host === '::1' || /^f[cd]/.test(host) || host.startsWith('fe80:');
  if (isIP(host) === 0) return false;
  const [a = 0, b = 0] = host.split('.').map(Number);
  return a === 127 || a === 10 || (a === 192 && b === 168) || (a === 172 && b >= 16 && b < 32);
}

function shownUrl(url: string): string {
  const { origin, pathname } = new URL(url);
  return `${origin}${pathname}`;
}
