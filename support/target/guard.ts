import { isIP } from 'node:net';
import { HarnessSetupError } from '../setup-error.ts';

/** Reserved names (RFC 2606, RFC 6761): nobody's production. */
const RESERVED = ['test', 'example', 'localhost', 'invalid', 'internal', 'local'];

/** The real public service: a conformance run creates accounts, and never there. */
const REAL_SERVICE = /(^|\.)chorus-pro\.gouv\.fr$|(^|\.)aife\.economie\.gouv\.fr$/;

/**
 * Lets a run go only to loopback, private and reserved hosts.
 * @throws HarnessSetupError for any other host.
 */
export function checkAddress(path: string, url: string): void {
  const host = new URL(url).hostname.replace(/^\[|\]$/g, '').toLowerCase();
  if (REAL_SERVICE.test(host)) {
    throw new HarnessSetupError(
      `Le fichier cible ${path} désigne le vrai service public (${host}).`,
      'Diapason crée des comptes fictifs : il ne se joue jamais contre ce service.',
    );
  }
  if (isPrivate(host) || RESERVED.includes(host.split('.').at(-1) ?? '')) return;
  throw new HarnessSetupError(
    `L'adresse ${url} du fichier cible ${path} n'est ni locale, ni privée, ni réservée aux essais.`,
    'Jouez la suite contre un environnement de recette local ou privé (.test, .example, .localhost, 10.x, 192.168.x…).',
  );
}

function isPrivate(host: string): boolean {
  if (isIP(host) === 6) return host === '::1' || /^f[cd]/.test(host) || host.startsWith('fe80:');
  if (isIP(host) === 0) return false;
  const [a = 0, b = 0] = host.split('.').map(Number);
  return a === 127 || a === 10 || (a === 192 && b === 168) || (a === 172 && b >= 16 && b < 32);
}
