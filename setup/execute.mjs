import { spawn } from 'node:child_process';

/** How long a process that was asked to end may take before it is killed. */
const GRACE_MS = 2_000;

/** Enough for the last lines; a chatty tool must not fill the memory. */
const KEPT_CHARACTERS = 100_000;

/**
 * @typedef {object} ExecuteOptions
 * @property {string} [cwd]
 * @property {NodeJS.ProcessEnv} [env]
 * @property {AbortSignal} [signal] ends the process and everything it started
 * @property {number} [limitMs] ends it after this time
 * @property {(output: string, elapsedMs: number, idleMs: number) => boolean} [stopWhen] ends it when there is no hope left
 * @property {boolean} [shell] for the .cmd files of Windows, with constant arguments only
 */

/**
 * @typedef {object} Execution
 * @property {boolean} ok ended by itself, with code 0
 * @property {boolean} stopped ended by us: limit, or no hope left
 * @property {string} output standard output and errors, in the order they came
 * @property {number} seconds
 */

/**
 * Runs a program, quietly, and always comes back: its output is kept, its whole process group can be ended.
 * Rejects only when `signal` aborts.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {ExecuteOptions} [options]
 * @returns {Promise<Execution>}
 */
export function execute(command, args, options = {}) {
  options.signal?.throwIfAborted();
  const child = start(command, args, options);
  const watch = watchOver(child, options);
  return new Promise((resolve, reject) => {
    /** @param {boolean} ok */
    const settle = (ok) => {
      const result = watch.end();
      if (options.signal?.aborted) reject(options.signal.reason);
      else resolve({ ...result, ok: ok && !result.stopped });
    };
    child.once('error', (error) => {
      watch.hear(`${error.message}\n`);
      settle(false);
    });
    child.once('close', (code) => settle(code === 0));
  });
}

/**
 * A group of its own lets us end npm's grandchildren too; Windows has no such groups.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {ExecuteOptions} options
 */
function start(command, args, { cwd, env, shell = false }) {
  return spawn(command, args, {
    ...(cwd === undefined ? {} : { cwd }),
    ...(env === undefined ? {} : { env }),
    shell,
    detached: process.platform !== 'win32',
    stdio: ['ignore', 'pipe', 'pipe'],
    windowsHide: true,
  });
}

/**
 * Listens to a process and ends it when asked, too late or hopeless.
 * @param {ReturnType<typeof start>} child
 * @param {ExecuteOptions} options
 */
function watchOver(child, { signal, limitMs = Number.POSITIVE_INFINITY, stopWhen = () => false }) {
  const started = performance.now();
  let [output, stopped, heard] = ['', false, started];
  /** @param {string} text */
  const hear = (text) => {
    output = (output + text).slice(-KEPT_CHARACTERS);
    heard = performance.now();
  };
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', hear);
  const onAbort = () => endGroup(child);
  signal?.addEventListener('abort', onAbort, { once: true });
  const timer = setInterval(() => {
    const [elapsed, idle] = [performance.now() - started, performance.now() - heard];
    if (stopped || !(elapsed > limitMs || stopWhen(output, elapsed, idle))) return;
    stopped = true;
    endGroup(child);
  }, 100);
  const end = () => {
    clearInterval(timer);
    signal?.removeEventListener('abort', onAbort);
    return { output, stopped, seconds: (performance.now() - started) / 1000 };
  };
  return { hear, end };
}

/**
 * Asks a whole group to end, and kills what is left of it a little later.
 * @param {import('node:child_process').ChildProcess} child
 */
function endGroup(child) {
  signalGroup(child, 'SIGTERM');
  const timer = setTimeout(() => signalGroup(child, 'SIGKILL'), GRACE_MS);
  child.once('close', () => {
    clearTimeout(timer);
    signalGroup(child, 'SIGKILL');
  });
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @param {NodeJS.Signals} signal
 */
function signalGroup(child, signal) {
  if (child.pid === undefined) return;
  try {
    if (process.platform === 'win32') spawn('taskkill', ['/pid', String(child.pid), '/T', '/F']);
    else process.kill(-child.pid, signal);
  } catch {
    // Already gone.
  }
}
