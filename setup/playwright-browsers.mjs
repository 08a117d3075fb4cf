// Playwright's own browsers, read from its files: importing Playwright to ask costs a second.
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { isExecutable } from './paths.mjs';

/** The light build first: twice as fast. */
const NAMES = ['chromium-headless-shell', 'chromium'];

/**
 * Those of the pinned revision which are whole on this machine.
 * @param {NodeJS.ProcessEnv} env
 * @param {import('./browser.mjs').Place} place
 * @returns {import('./browser.mjs').Browser[]}
 */
export function playwrightBrowsers(env, place) {
  const pinned = pinnedBrowsers(place.root);
  const cache = browsersFolder(env, place);
  return NAMES.flatMap((name) => {
    const found = pinned.find((one) => one.name === name);
    return found ? installed(found, cache, place) : [];
  });
}

/**
 * Playwright writes the marker last: without it the download was interrupted.
 * @param {PinnedBrowser} pinned
 * @param {string} cache
 * @param {import('./browser.mjs').Place} place
 * @returns {import('./browser.mjs').Browser[]}
 */
function installed({ name, revision, browserVersion }, cache, place) {
  const folder = join(cache, `${name.replaceAll('-', '_')}-${revision}`);
  const headlessShell = name === 'chromium-headless-shell';
  const path = join(folder, ...(headlessShell ? shellPath(place) : chromiumPath(place)));
  if (!isExecutable(path) || !existsSync(join(folder, 'INSTALLATION_COMPLETE'))) return [];
  return [
    { path, kind: 'playwright', headlessShell, ...(browserVersion ? { version: browserVersion } : {}) },
  ];
}

/**
 * As in playwright-core's registry: linux64, linux-arm64, mac-x64, mac-arm64, win64.
 * @param {import('./browser.mjs').Place} place
 */
function build({ platform, arch }) {
  if (platform === 'darwin') return `mac-${arch}`;
  const name = platform === 'win32' ? 'win' : 'linux';
  return arch === 'x64' ? `${name}64` : `${name}-${arch}`;
}

/** @param {import('./browser.mjs').Place} place */
function shellPath(place) {
  const program = place.platform === 'win32' ? 'chrome-headless-shell.exe' : 'chrome-headless-shell';
  return [`chrome-headless-shell-${build(place)}`, program];
}

/** @param {import('./browser.mjs').Place} place */
function chromiumPath(place) {
  const name = 'Google Chrome for Testing';
  const folder = `chrome-${build(place)}`;
  if (place.platform === 'darwin') return [folder, `${name}.app`, 'Contents', 'MacOS', name];
  return [folder, place.platform === 'win32' ? 'chrome.exe' : 'chrome'];
}

/**
 * Where Playwright keeps its browsers; « 0 » means beside itself.
 * @param {NodeJS.ProcessEnv} env
 * @param {import('./browser.mjs').Place} place
 */
function browsersFolder(env, { root, platform, home }) {
  const chosen = env.PLAYWRIGHT_BROWSERS_PATH;
  if (chosen === '0') return join(root, 'node_modules', 'playwright-core', '.local-browsers');
  if (chosen) return resolve(env.INIT_CWD ?? '', chosen);
  if (platform === 'darwin') return join(home, 'Library', 'Caches', 'ms-playwright');
  if (platform === 'win32') return join(env.LOCALAPPDATA || join(home, 'AppData', 'Local'), 'ms-playwright');
  return join(env.XDG_CACHE_HOME || join(home, '.cache'), 'ms-playwright');
}

/**
 * The revisions the pinned Playwright was made for; none before the dependencies are installed.
 * @typedef {{ name: string, revision: string, browserVersion?: string }} PinnedBrowser
 * @param {string} root
 * @returns {PinnedBrowser[]}
 */
function pinnedBrowsers(root) {
  try {
    const file = join(root, 'node_modules', 'playwright-core', 'browsers.json');
    return JSON.parse(readFileSync(file, 'utf8')).browsers;
  } catch {
    return [];
  }
}
