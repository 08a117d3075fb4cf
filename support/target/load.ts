import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { HarnessSetupError } from '../setup-error.ts';
import { incoherences } from './contract/coherence.ts';
import { type Flaw, flawsOf } from './contract/flaws.ts';
import { type Chain, readChain } from './file/chain.ts';
import { type Filled, filled } from './file/environment.ts';
import { checkAddresses, type DeclaredAddress } from './guard.ts';
import { resolved } from './resolve.ts';
import { type TargetFile, targetSchema } from './schema.ts';
import { isSecretKey, SHORTEST_SECRET, secretsIn } from './secrets.ts';
import type { Target } from './target.ts';

/**
 * Reads a target file and those it extends, and fills in variables and defaults.
 * @throws HarnessSetupError naming the file, the key and the fix, when it can't be used.
 */
export async function loadTarget(
  path: string,
  environment: NodeJS.ProcessEnv = process.env,
): Promise<Target> {
  const chain = await readChain(path);
  const [{ path: absolute, shown } = { path, shown: path }] = chain.sources;
  const whole = filled(chain.merged, environment);
  refuse(chain, environmentFlaws(whole));
  const checked = targetSchema.safeParse(whole.value);
  if (!checked.success) {
    const written = (place: readonly PropertyKey[]) => chain.written(place);
    throw refusal(chain, flawsOf(checked.error.issues, { schema: targetSchema, written }));
  }
  const file = withPaths(checked.data, chain);
  refuse(chain, [...incoherences(file), ...pathFlaws(file)]);
  checkAddresses(shown, addressesIn(file), file.authorised);
  return resolved(file, absolute, secretsIn(file, whole.taken));
}

function environmentFlaws({ taken, faults }: Filled): Flaw[] {
  const short = taken.filter(({ path, text }) => text.length < SHORTEST_SECRET && isSecretKey(path));
  return [
    ...faults,
    ...short.map(({ path }) => ({
      path,
      sentence: `cette variable tient en moins de ${SHORTEST_SECRET} caractères : elle ne pourrait être masquée dans les rapports. Donnez-lui une valeur plus longue, ou écrivez-la dans le fichier`,
    })),
  ];
}

function refuse(chain: Chain, flaws: readonly Flaw[]): void {
  if (flaws.length > 0) throw refusal(chain, flaws);
}

/** All that is wrong is said at once: a person mends a file in one go. */
function refusal(chain: Chain, flaws: readonly Flaw[]): HarnessSetupError {
  const [nearest] = chain.sources;
  const lines = flaws.map(({ path, sentence }) => {
    const { shown } = chain.sourceOf(path);
    const key = path.map(String).join('.');
    return `  - ${key}${shown === nearest?.shown ? '' : ` (dans ${shown})`} : ${sentence}${/[?.]$/.test(sentence) ? '' : '.'}`;
  });
  return new HarnessSetupError(
    `Le fichier cible ${nearest?.shown} ne respecte pas le contrat :\n${lines.join('\n')}`,
    'Corrigez ces clés ; docs/cible.md les décrit toutes, seules « name » et « url » sont obligatoires.',
  );
}

/** Returns the file with its paths absolute: each is relative to the file that gives it. */
function withPaths(file: TargetFile, chain: Chain): TargetFile {
  const { ca, clientCertificate, ...others } = file.access;
  const absolute = (path: string, ...place: string[]): string =>
    resolve(dirname(chain.sourceOf(['access', ...place]).path), path);
  const certificate = Object.entries(clientCertificate ?? {}).map(([key, value]) => [
    key,
    key === 'passphrase' ? value : absolute(value, 'clientCertificate', key),
  ]);
  return {
    ...file,
    access: {
      ...others,
      ...(ca === undefined ? {} : { ca: absolute(ca, 'ca') }),
      ...(clientCertificate === undefined ? {} : { clientCertificate: Object.fromEntries(certificate) }),
    },
  };
}

function pathFlaws({ access: { ca, clientCertificate: certificate } }: TargetFile): Flaw[] {
  const given: ReadonlyArray<readonly [string, string | undefined]> = [
    ['access.ca', ca],
    ['access.clientCertificate.cert', certificate?.cert],
    ['access.clientCertificate.key', certificate?.key],
    ['access.clientCertificate.pfx', certificate?.pfx],
  ];
  return given.flatMap(([key, path]) => {
    if (path === undefined || existsSync(path)) return [];
    const sentence = `le fichier ${path} n’existe pas. Corrigez ce chemin, relatif au fichier cible`;
    return [{ path: key.split('.'), sentence }];
  });
}

/** Every address that a run would go to; a proxy is only gone through. */
function addressesIn(file: TargetFile): DeclaredAddress[] {
  const { url, origins = [], mail, clock, login, insee, versionProbe, reset, cleanup } = file;
  const given: ReadonlyArray<readonly [string, string | undefined]> = [
    ['url', url],
    ...origins.map((origin) => ['origins', origin] as const),
    ['mail.mailpit', mail.mailpit],
    ['clock.url', clock?.url],
    ['login.url', login?.url],
    ['insee.url', insee.by === 'double' ? insee.url : undefined],
    ['versionProbe.url', versionProbe?.url],
    ['reset.url', typeof reset === 'object' ? reset.url : undefined],
    ['cleanup.url', typeof cleanup === 'object' ? cleanup.url : undefined],
  ];
  return given.flatMap(([key, address]) => (address === undefined ? [] : [{ key, url: address }]));
}
