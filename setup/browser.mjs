// Which browser plays the scenarios. Nothing is started nor installed to answer: the sources ask this at each run.
import { existsSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isExecutable, onPath } from './paths.mjs';
import { playwrightBrowsers } from './playwright-browsers.mjs';
import { SetupFailure } from './say.mjs';
import { readStamp } from './stamp.mjs';

export { installBrowser } from './browser-install.mjs';

/**
 * @typedef {object} Browser
 * @property {string} path the executable
 * @property {'env' | 'playwright' | 'systeme' | 'debian'} kind who brought it: DIAPASON_BROWSER, Playwright, the system, Debian's headless package
 * @property {string} [version] when it is known without starting the browser
 * @property {boolean} headlessShell the light build, twice as fast, without windows
 */

/**
 * The machine to look at; tests give another one.
 * @typedef {object} Place
 * @property {string} root the project's folder
 * @property {string} platform as process.platform
 * @property {string} arch as process.arch
 * @property {string} home
 */

/** @type {Place} */
const HERE = {
  root: dirname(dirname(fileURLToPath(import.meta.url))),
  platform: process.platform,
  arch: process.arch,
  home: homedir(),
};

/** Full browsers, in the order we prefer them: Chrome, Chromium, Edge. */
const LINUX_NAMES = [
  ...['google-chrome-stable', 'google-chrome', 'chrome', 'chromium', 'chromium-browser'],
  ...['microsoft-edge-stable', 'microsoft-edge'],
];
const MAC_NAMES = ['Google Chrome', 'Chromium', 'Microsoft Edge'];
const WINDOWS_PATHS = [
  ['Google', 'Chrome', 'Application', 'chrome.exe'],
  ['Chromium', 'Application', 'chrome.exe'],
  ['Microsoft', 'Edge', 'Application', 'msedge.exe'],
];

/**
 * The browser to use, or nothing when there is none. Those the set-up saw fail are passed over.
 * @param {NodeJS.ProcessEnv} [env]
 * @param {Partial<Place>} [place]
 * @returns {Browser | undefined}
 * @throws {SetupFailure} when DIAPASON_BROWSER names a file that can't be run
 */
export function findBrowser(env = process.env, place = {}) {
  const here = { ...HERE, ...place };
  const memory = readStamp(here.root).browsers;
  for (const browser of browserCandidates(env, here)) {
    const known = memory[browser.path];
    const current = known?.file === fileIdentity(browser.path) ? known : undefined;
    if (browser.kind !== 'env' && current?.starts === false) continue;
    return current?.version === undefined ? browser : { ...browser, version: current.version };
  }
  return undefined;
}

/**
 * Every browser of the machine, best first. One that was asked for is the only candidate.
 * @param {NodeJS.ProcessEnv} [env]
 * @param {Partial<Place>} [place]
 * @returns {Browser[]}
 */
export function browserCandidates(env = process.env, place = {}) {
  const here = { ...HERE, ...place };
  const asked = env.DIAPASON_BROWSER?.trim();
  if (asked) return [askedFor(asked)];
  return [...playwrightBrowsers(env, here), ...headlessShells(env), ...systemBrowsers(env, here)];
}

/**
 * What makes a file another one than the one that was tried.
 * @param {string} path
 */
export function fileIdentity(path) {
  const file = statSync(path, { throwIfNoEntry: false });
  return file ? `${file.mtimeMs}/${file.size}` : '';
}

/**
 * @param {string} asked
 * @returns {Browser}
 */
function askedFor(asked) {
  const path = resolve(asked);
  if (isExecutable(path)) return { path, kind: 'env', headlessShell: /headless[-_]shell/.test(path) };
  const fault = existsSync(path) ? 'n’est pas un programme exécutable' : 'n’existe pas';
  throw new SetupFailure(
    `Navigateur : DIAPASON_BROWSER désigne « ${asked} », qui ${fault}. Corrigez ce chemin ou retirez la variable.`,
  );
}

/**
 * Debian's light build goes before any full browser: a scenario takes half the time.
 * @param {NodeJS.ProcessEnv} env
 * @returns {Browser[]}
 */
function headlessShells(env) {
  const path = onPath('chromium-headless-shell', env);
  return path ? [{ path, kind: 'debian', headlessShell: true }] : [];
}

/**
 * @param {NodeJS.ProcessEnv} env
 * @param {Place} place
 * @returns {Browser[]}
 */
function systemBrowsers(env, place) {
  return [...new Set(systemPaths(env, place))]
    .filter(isExecutable)
    .map((path) => ({ path, kind: 'systeme', headlessShell: false }));
}

/**
 * @param {NodeJS.ProcessEnv} env
 * @param {Place} place
 */
function systemPaths(env, { platform, home }) {
  if (platform === 'win32') return windowsPaths(env);
  if (platform === 'darwin') return MAC_NAMES.flatMap((name) => macPaths(name, home));
  return LINUX_NAMES.flatMap((name) => onPath(name, env) ?? []);
}

/**
 * @param {string} name
 * @param {string} home
 */
function macPaths(name, home) {
  const inside = join('Applications', `${name}.app`, 'Contents', 'MacOS', name);
  return [join('/', inside), join(home, inside)];
}

/** @param {NodeJS.ProcessEnv} env */
function windowsPaths(env) {
  const bases = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA];
  return WINDOWS_PATHS.flatMap((inside) => bases.flatMap((base) => (base ? [join(base, ...inside)] : [])));
}
