import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { execute } from './execute.mjs';
import { isSameFile } from './paths.mjs';
import { SetupFailure } from './say.mjs';

const DOWNLOAD = 'https://nodejs.org/fr/download';

/** @param {string} version such as v24.21.0 */
const major = (version) => Number(/^v?(\d+)\./.exec(version)?.[1] ?? 0);

/** The set-up itself needs little, npm's own minimum. @param {string} [version] */
export function requireNode20(version = process.version) {
  if (major(version) >= 20) return;
  throw new SetupFailure(
    `Node ${version.slice(1)} est trop ancien : installez Node 20 ou plus récent : ${DOWNLOAD}`,
  );
}

/**
 * Where npm puts the Node of the platform package. On Windows `.bin` holds only a script around it.
 * @param {string} root
 */
export function packagedNode(root) {
  return process.platform === 'win32'
    ? join(root, 'node_modules', `node-win-${process.arch}`, 'bin', 'node.exe')
    : join(root, 'node_modules', '.bin', 'node');
}

/**
 * Makes sure that what npm's scripts will run as `node` is Node 24.
 * @param {import('./setup.mjs').Setup} setup
 */
export async function ensureNode24(setup) {
  const packaged = packagedNode(setup.root);
  const version = await versionOf(packaged, setup);
  if (major(version) >= 24) return setup.say(`✓ Node ${version.slice(1)} (paquet npm)`);
  if (major(process.version) < 24) throw new SetupFailure(missing());
  // A packaged Node that does not start here (musl, for one) would hide the good one in npm's scripts.
  if (existsSync(packaged)) rmSync(packaged);
  setup.say(`✓ Node ${process.version.slice(1)} (celui du système)`);
}

/**
 * @param {string} path
 * @param {import('./setup.mjs').Setup} setup
 */
async function versionOf(path, { signal }) {
  if (!existsSync(path)) return '';
  if (isSameFile(path, process.execPath)) return process.version;
  const done = await execute(path, ['--version'], { signal, limitMs: 10_000 });
  return done.ok ? done.output.trim() : '';
}

function missing() {
  const machine = `${process.platform} ${process.arch}`;
  return `Node 24 est introuvable : aucun paquet npm ne démarre ici (${machine}). Installez Node 24 : ${DOWNLOAD}`;
}
