// Set-up of Diapason: dependencies, Node 24, a browser. Runs on the system's Node (20 or later), without dependencies.
import { realpathSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureBrowser } from './browser-check.mjs';
import { ensureDependencies } from './dependencies.mjs';
import { ensureNode24, requireNode20 } from './node24.mjs';
import { SetupFailure, sentence, typeset } from './say.mjs';

/** The way shells name an end by a signal: 128 + its number. */
const SIGNAL_CODES = /** @type {const} */ ({ SIGINT: 130, SIGTERM: 143, SIGHUP: 129 });
const UNAVAILABLE = 3;

/**
 * What every step works with; tests give their own.
 * @typedef {object} Setup
 * @property {string} root the project's folder
 * @property {NodeJS.ProcessEnv} env
 * @property {boolean} isRoot
 * @property {AbortSignal} signal its reason is the exit code
 * @property {Partial<import('./browser.mjs').Place>} place the machine where a browser is looked for
 * @property {(line: string) => void} say one line about what was found or done
 * @property {(text: string) => void} complain
 * @property {(line: string) => void} progress what is under way, on a terminal only
 */

/**
 * Makes everything ready, and says so. Never throws.
 * @param {Partial<Setup>} [options]
 * @returns {Promise<number>} the exit code: 0, 3 when something can't be had, 130 when interrupted
 */
export async function run(options = {}) {
  const setup = complete(options);
  try {
    requireNode20();
    await ensureDependencies(setup);
    await ensureNode24(setup);
    await ensureBrowser(setup);
    return 0;
  } catch (error) {
    if (setup.signal.aborted) return interrupted(setup);
    setup.complain(typeset(`✗ ${explain(error)}`));
    if (error instanceof SetupFailure && error.details) setup.complain(error.details);
    return UNAVAILABLE;
  }
}

/**
 * @param {Partial<Setup>} options
 * @returns {Setup}
 */
function complete(options) {
  const root = options.root ?? dirname(dirname(fileURLToPath(import.meta.url)));
  const { say = write, complain = (text) => console.error(text) } = options;
  return {
    env: process.env,
    isRoot: process.getuid?.() === 0,
    signal: new AbortController().signal,
    progress: writeProgress,
    ...options,
    root,
    place: { ...options.place, root },
    say: (line) => say(typeset(line)),
    complain,
  };
}

/** @param {string} line */
function write(line) {
  console.log(process.stdout.isTTY ? `\r\x1b[K${line}` : line);
}

/** Replaced by the next line; a log file keeps results only. @param {string} line */
function writeProgress(line) {
  if (process.stdout.isTTY) process.stdout.write(`\r\x1b[K${typeset(line)}`);
}

/** @param {unknown} error */
function explain(error) {
  const text = sentence(error);
  return error instanceof SetupFailure ? text : `La mise en place a rencontré une erreur imprévue : ${text}`;
}

/** @param {Setup} setup */
function interrupted({ signal, complain }) {
  complain(typeset('✗ Mise en place interrompue ; relancez-la pour la terminer.'));
  return Number(signal.reason) || SIGNAL_CODES.SIGINT;
}

async function main() {
  const controller = new AbortController();
  for (const [name, code] of Object.entries(SIGNAL_CODES)) process.on(name, () => controller.abort(code));
  process.exitCode = await run({ signal: controller.signal });
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) await main();
