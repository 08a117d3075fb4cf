import type { Taken } from './file/environment.ts';
import type { TargetFile } from './schema.ts';
import type { Target } from './target.ts';

/** The keys whose values reports show: what is taken from the environment there is no secret. */
const SHOWN = [
  'name',
  'vendor',
  'version',
  'url',
  'origins',
  'login',
  'authorised',
  'lexicon',
  'without',
  'linkValidity',
  'mail.domain',
  'mail.mailpit',
];

/** What stands in a report where a secret would. */
export const MASK = '•••';

/** A shorter text stands in too many words: masking it would make reports unreadable. */
export const SHORTEST_SECRET = 4;

/** Returns what must not be read in any report of this target. */
export function secretsOf({ secrets }: Pick<Target, 'secrets'>): readonly string[] {
  return secrets;
}

/** Returns a text without the secrets it holds. */
export function masked(text: string, secrets: readonly string[], mask = MASK): string {
  return secrets.reduce((clean, secret) => clean.replaceAll(secret, mask), text);
}

/** Whether what is taken from the environment for this key is a secret. */
export function isSecretKey(path: readonly string[]): boolean {
  const place = path.join('.');
  return !SHOWN.some((key) => place === key || place.startsWith(`${key}.`));
}

/**
 * Returns the secrets of a file: what it takes from the environment, the passwords it holds, and the forms under which
 * these travel. The longest first, so that none is left in half.
 */
export function secretsIn(file: TargetFile, taken: readonly Taken[]): string[] {
  const { basicAuth, clientCertificate, proxy } = file.access;
  const pairs = [basicAuth, credentialsIn(proxy), credentialsIn(file.mail.mailpit)].filter(
    (pair) => pair !== undefined,
  );
  const plain = [
    ...taken.filter(({ path }) => isSecretKey(path)).map(({ text }) => text),
    ...pairs.map(({ password }) => password),
    ...(clientCertificate?.passphrase === undefined ? [] : [clientCertificate.passphrase]),
  ];
  const basic = pairs.map(({ username, password }) =>
    Buffer.from(`${username}:${password}`).toString('base64'),
  );
  const forms = [...plain, ...basic].flatMap(formsOf).filter(({ length }) => length >= SHORTEST_SECRET);
  return [...new Set(forms)].sort((a, b) => b.length - a.length);
}

/** As it is, in an address, and in JSON. */
function formsOf(secret: string): string[] {
  return [secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1)];
}

function credentialsIn(url: string | undefined): { username: string; password: string } | undefined {
  if (url === undefined) return undefined;
  const { username, password } = new URL(url);
  if (password === '') return undefined;
  return { username: decoded(username), password: decoded(password) };
}

/** A password may hold a `%` that encodes nothing. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
