import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { execute } from './execute.mjs';
import { onPath, withoutFolder } from './paths.mjs';
import { duration, lastLines, SetupFailure } from './say.mjs';
import { readStamp, removeStamp, writeStamp } from './stamp.mjs';

// npm's own patience with a registry that does not answer is minutes long; these retries take seconds.
const NPM_CI = [
  ...['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--no-progress'],
  ...['--fetch-retries=2', '--fetch-retry-mintimeout=1000', '--fetch-retry-maxtimeout=4000'],
];

const LIMIT_MS = 15 * 60_000;

/** What npm's codes mean for the person in front of the screen. @type {[RegExp, string][]} */
const ADVICE = [
  [/E40[13]\b/, 'Le registre npm refuse l’accès : vérifiez vos identifiants (npm login, fichier .npmrc).'],
  [
    /CERT|SELF_SIGNED|UNABLE_TO_VERIFY/,
    'Le certificat du registre est refusé : indiquez le vôtre (NODE_EXTRA_CA_CERTS).',
  ],
  [
    /EUSAGE/,
    'package-lock.json ne correspond pas à package.json : lancez « npm install », puis recommencez.',
  ],
  [
    /EINTEGRITY/,
    'Un paquet reçu diffère de package-lock.json : lancez « npm cache clean --force », puis recommencez.',
  ],
  [/ENOSPC/, 'Le disque est plein : libérez de la place, puis recommencez.'],
  [
    /EACCES|EPERM|EROFS|EBUSY/,
    'npm ne peut pas écrire dans node_modules : vérifiez les droits et les programmes en cours.',
  ],
  [
    /E404|ETARGET|ENOVERSIONS/,
    'Le registre npm n’a pas l’un des paquets : vérifiez son adresse (npm config get registry).',
  ],
];

const NETWORK_ADVICE =
  'Vérifiez le réseau, le registre (npm config get registry) et le proxy (HTTPS_PROXY), puis recommencez.';

/**
 * A digest of all that decides what node_modules holds.
 * @param {string} root
 */
export function dependenciesDigest(root) {
  const hash = createHash('sha256');
  for (const name of ['package-lock.json', 'package.json']) {
    try {
      hash.update(readFileSync(join(root, name)));
    } catch {
      throw new SetupFailure(
        `Dépendances : ${name} est introuvable. Récupérez le dépôt en entier, puis recommencez.`,
      );
    }
  }
  return hash.update(`${process.platform}/${process.arch}`).digest('hex');
}

/**
 * Installs from the lock file when something changed, or when the last installation did not end.
 * @param {import('./setup.mjs').Setup} setup
 */
export async function ensureDependencies(setup) {
  const digest = dependenciesDigest(setup.root);
  const stamp = readStamp(setup.root);
  if (stamp.dependencies === digest) return setup.say('✓ Dépendances : à jour');
  removeStamp(setup.root);
  setup.progress('… Dépendances : installation');
  const seconds = await install(setup);
  writeStamp(setup.root, { ...stamp, dependencies: digest });
  setup.say(`✓ Dépendances : installées en ${duration(seconds)}`);
}

/**
 * Without our own .bin on the PATH: npm must not run on the Node it is about to delete.
 * @param {import('./setup.mjs').Setup} setup
 */
async function install({ root, env, signal }) {
  const windows = process.platform === 'win32';
  const clean = withoutFolder(env, join(root, 'node_modules', '.bin'));
  if (!onPath(windows ? 'npm.cmd' : 'npm', clean))
    throw new SetupFailure(
      'Dépendances : npm est introuvable. Installez Node avec npm : https://nodejs.org/fr/download',
    );
  const done = await execute('npm', NPM_CI, {
    cwd: root,
    env: clean,
    signal,
    limitMs: LIMIT_MS,
    shell: windows,
  });
  if (!done.ok) throw new SetupFailure(installFailure(done), npmReason(done.output));
  return done.seconds;
}

/** @param {import('./execute.mjs').Execution} done */
function installFailure({ output, stopped, seconds }) {
  const what = stopped ? 'sans réponse, arrêtée' : 'échouée';
  const advice = ADVICE.find(([sign]) => sign.test(output))?.[1] ?? NETWORK_ADVICE;
  return `Dépendances : installation (npm ci) ${what} après ${duration(seconds)}. ${advice}`;
}

/**
 * What npm says of the fault, without its usage and the path of its log.
 * @param {string} output
 */
function npmReason(output) {
  const faults = output.split(/\r?\n/).filter((line) => /^npm (error|ERR!) \S/.test(line));
  const useful = faults.filter((line) => !/complete log|npm help/.test(line));
  return useful.slice(0, 6).join('\n') || lastLines(output, 6);
}
