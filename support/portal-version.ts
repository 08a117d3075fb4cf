import { createHash } from 'node:crypto';
import { call } from './reach/call.ts';
import { codeOf } from './reach/trouble.ts';
import { HarnessSetupError } from './setup-error.ts';
import type { Target } from './target/target.ts';

/** How long the portal may take to say its version, in milliseconds. */
const ANSWER_MS = 5_000;

/** A version is a few words; a whole page is known by its beginning and its digest. */
const LONGEST = 120;

type Probed = Pick<Target, 'access' | 'origins' | 'versionProbe'>;

/**
 * Returns the version that the portal says it is; `undefined` where the target does not say where to read it.
 * @throws HarnessSetupError when it can't be read
 */
export async function versionOf(target: Probed): Promise<string | undefined> {
  const { versionProbe: probe } = target;
  if (probe === undefined) return undefined;
  const { status, text } = await call(target, { url: probe.url, timeoutMs: ANSWER_MS }).catch(
    (error: unknown) => {
      throw unread(probe.url, `ne répond pas (${codeOf(error)})`);
    },
  );
  if (status !== 200) throw unread(probe.url, `répond ${status}`);
  const version = read(text, probe);
  if (version === undefined) throw unread(probe.url, `répond autre chose que ${wanted(probe)}`);
  return version.length > LONGEST
    ? `${version.slice(0, LONGEST)}… (empreinte ${digestOf(version)})`
    : version;
}

/** Says in French what two readings of the version tell of the run between them; `undefined` where they agree. */
export function changeBetween(before: string | undefined, after: string | undefined): string | undefined {
  if (before === after) return undefined;
  return `Le portail a changé de version pendant la série (« ${before} », puis « ${after} ») : deux portails ont répondu, rien ne peut être conclu.`;
}

type Probe = NonNullable<Target['versionProbe']>;

function read(text: string, { json, match }: Probe): string | undefined {
  if (json !== undefined) return valueAt(text, json.split('.'));
  if (match === undefined) return text.trim();
  const found = new RegExp(match).exec(text);
  return found?.[1] ?? found?.[0];
}

function valueAt(text: string, path: readonly string[]): string | undefined {
  try {
    const value = path.reduce<unknown>(
      (inner, key) => (inner as Record<string, unknown>)?.[key],
      JSON.parse(text),
    );
    return value === undefined || typeof value === 'object' ? undefined : String(value);
  } catch {
    return undefined;
  }
}

function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}

function wanted({ json, match }: Probe): string {
  return json === undefined ? `ce que cherche « ${match} »` : `du JSON qui contient « ${json} »`;
}

function unread(url: string, what: string): HarnessSetupError {
  return new HarnessSetupError(
    `La version du portail (« versionProbe ») ne peut être lue : ${url} ${what}.`,
    'Corrigez « versionProbe » dans le fichier cible, ou retirez-la.',
  );
}
