import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { execute } from './execute.mjs';
import { onPath } from './paths.mjs';
import { duration } from './say.mjs';

/** A connection that says nothing for so long is dead; Playwright's own patience is 30 s, five times. */
const CONNECTION_MS = 5_000;
const NO_DATA_MS = 20_000;
const STALLED_MS = 2 * 60_000;
const LIMIT_MS = 15 * 60_000;

/** Short waits: a machine without network must not hold the set-up for minutes. */
const APT_OPTIONS = [
  ...['-o', 'Acquire::Retries=1', '-o', 'Acquire::http::Timeout=10', '-o', 'Acquire::https::Timeout=10'],
  ...['-o', 'DPkg::Lock::Timeout=30'],
];
const DEBIAN_PACKAGE = 'chromium-headless-shell';

/**
 * @typedef {object} InstallOptions
 * @property {string} root the project's folder
 * @property {NodeJS.ProcessEnv} env
 * @property {boolean} isRoot
 * @property {AbortSignal} signal
 * @property {(line: string) => void} progress
 */

/**
 * One way to get a browser, and what became of it.
 * @typedef {{ way: string, how: string, done: boolean, seconds: number, why: string }} Attempt
 */

/**
 * Tries one way after the other until `verify` is content: a download without its libraries is not a browser yet.
 * @template T
 * @param {InstallOptions} options
 * @param {() => Promise<T | undefined>} verify
 * @returns {Promise<{ browser?: T, attempts: Attempt[] }>}
 */
export async function installBrowser(options, verify) {
  /** @type {Attempt[]} */
  const attempts = [];
  for (const way of [byPlaywright, byApt]) {
    const attempt = await way(options);
    attempts.push(attempt);
    if (!attempt.done) continue;
    const browser = await verify();
    if (browser) return { browser, attempts };
    attempt.why = 'installé, mais il ne démarre pas';
  }
  return { attempts };
}

/**
 * @param {InstallOptions} options
 * @returns {Promise<Attempt>}
 */
async function byPlaywright({ root, env, signal, progress }) {
  const names = { way: 'téléchargement par Playwright', how: 'téléchargé par Playwright' };
  const cli = join(root, 'node_modules', 'playwright', 'cli.js');
  if (!existsSync(cli)) return { ...names, done: false, seconds: 0, why: 'Playwright n’est pas installé' };
  progress('… Navigateur : téléchargement par Playwright');
  const done = await execute(process.execPath, [cli, 'install', '--only-shell', 'chromium'], {
    cwd: root,
    env: downloadEnvironment(env),
    signal,
    limitMs: LIMIT_MS,
    stopWhen: isHopeless,
  });
  return { ...names, done: done.ok, seconds: done.seconds, why: done.ok ? '' : downloadFault(done) };
}

/**
 * npm's log level, inherited from `npm start`, would silence the lines by which we see progress.
 * @param {NodeJS.ProcessEnv} env
 * @returns {NodeJS.ProcessEnv}
 */
function downloadEnvironment({ npm_config_loglevel: _, ...env }) {
  return { PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: String(CONNECTION_MS), ...env };
}

/**
 * Playwright tries five times; two failures before the first byte are enough.
 * @param {string} output
 * @param {number} elapsedMs
 * @param {number} idleMs
 */
function isHopeless(output, elapsedMs, idleMs) {
  if (/\d+% of /.test(output)) return idleMs > STALLED_MS;
  return elapsedMs > NO_DATA_MS || (output.match(/^Downloading /gm) ?? []).length > 2;
}

/** @param {import('./execute.mjs').Execution} done */
function downloadFault({ output, seconds }) {
  const reason = /Error: (.*(?:ENOTFOUND|ECONN|EAI_AGAIN|ETIMEDOUT|UNREACH|CERT|server returned).*)/.exec(
    output,
  )?.[1];
  return reason ?? `échec après ${duration(seconds)}`;
}

/**
 * @param {InstallOptions} options
 * @returns {Promise<Attempt>}
 */
async function byApt({ env, isRoot, signal, progress }) {
  const names = { way: 'apt', how: 'installé par apt' };
  const apt = onPath('apt-get', env);
  if (!apt) return { ...names, done: false, seconds: 0, why: 'apt-get est absent' };
  if (!isRoot) return { ...names, done: false, seconds: 0, why: 'il faut être root' };
  progress(`… Navigateur : installation de ${DEBIAN_PACKAGE} par apt`);
  const options = { env: { ...env, DEBIAN_FRONTEND: 'noninteractive' }, signal, limitMs: LIMIT_MS };
  // A failed update is no reason to stop: the lists of yesterday may do.
  const update = await execute(apt, [...APT_OPTIONS, 'update'], options);
  const install = ['install', '-y', '--no-install-recommends', DEBIAN_PACKAGE];
  const done = await execute(apt, [...APT_OPTIONS, ...install], options);
  return {
    ...names,
    done: done.ok,
    seconds: update.seconds + done.seconds,
    why: done.ok ? '' : aptFault(done),
  };
}

/** @param {import('./execute.mjs').Execution} done */
function aptFault({ output, seconds }) {
  return /^E: (.*)$/m.exec(output)?.[1] ?? `échec après ${duration(seconds)}`;
}
