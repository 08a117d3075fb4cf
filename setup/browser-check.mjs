import { basename } from 'node:path';
import { browserCandidates, fileIdentity, installBrowser } from './browser.mjs';
import { execute } from './execute.mjs';
import { duration, lastLines, SetupFailure } from './say.mjs';
import { readStamp, writeStamp } from './stamp.mjs';

/** @typedef {import('./browser.mjs').Browser} Browser */
/** @typedef {import('./setup.mjs').Setup} Setup */

const START_LIMIT_MS = 10_000;

const BY_HAND = `Pour en avoir un, au choix :
  – Debian, en root : apt-get install chromium-headless-shell
  – Playwright : npx playwright install --with-deps --only-shell chromium
  – Google Chrome, Chromium ou Microsoft Edge, installés comme d’habitude
  – un navigateur déjà là, ailleurs : DIAPASON_BROWSER=/chemin/du/navigateur`;

/**
 * Finds a browser that starts, or installs one.
 * @param {Setup} setup
 */
export async function ensureBrowser(setup) {
  const found = await startingBrowser(setup);
  if (found) return setup.say(`✓ Navigateur : ${portrait(found)}`);
  if (setup.env.DIAPASON_BROWSER)
    throw new SetupFailure(
      'Navigateur : celui que désigne DIAPASON_BROWSER ne démarre pas. Changez ou retirez la variable.',
    );
  const { browser, attempts } = await installBrowser(setup, () => startingBrowser(setup));
  const last = attempts.at(-1);
  if (browser)
    return setup.say(
      `✓ Navigateur : ${basename(browser.path)} ${last?.how} en ${duration(last?.seconds ?? 0)}`,
    );
  const tried = attempts.map(({ way, why }) => `${way} (${why})`).join(' ; ');
  throw new SetupFailure(`Aucun navigateur utilisable. Essayé : ${tried}.\n${BY_HAND}`);
}

/**
 * The best browser that starts. Each is tried once; those that failed are tried again only when nothing else works,
 * since what they lacked may have come without changing them.
 * @param {Setup} setup
 */
async function startingBrowser(setup) {
  const memory = readStamp(setup.root).browsers;
  const candidates = browserCandidates(setup.env, setup.place);
  /** @param {Browser} browser */
  const known = ({ path }) => (memory[path]?.file === fileIdentity(path) ? memory[path] : undefined);
  const failed = candidates.filter((browser) => known(browser)?.starts === false);
  for (const browser of [...candidates.filter((one) => !failed.includes(one)), ...failed]) {
    const seen = known(browser) ?? { starts: false };
    const result = seen.starts ? seen : await tryBrowser(browser, setup);
    if (result.starts) return result.version ? { ...browser, version: result.version } : browser;
  }
  return undefined;
}

/**
 * Starts it once and remembers. Windows' browsers open a window instead of telling their version: trusted there.
 * @param {Browser} browser
 * @param {Setup} setup
 */
async function tryBrowser(browser, setup) {
  const { root, env, signal, isRoot } = setup;
  if (process.platform === 'win32') return { starts: true, version: browser.version };
  const args = ['--version', ...(isRoot ? ['--no-sandbox'] : [])];
  const done = await execute(browser.path, args, { env, signal, limitMs: START_LIMIT_MS });
  const version = done.ok ? /\d+(?:\.\d+)+/.exec(done.output)?.[0] : undefined;
  const stamp = readStamp(root);
  const memory = { file: fileIdentity(browser.path), starts: done.ok, ...(version ? { version } : {}) };
  writeStamp(root, { ...stamp, browsers: { ...stamp.browsers, [browser.path]: memory } });
  if (!done.ok) setup.say(`! Navigateur : ${browser.path} ne démarre pas (${startFault(done)})`);
  return { starts: done.ok, version };
}

/** @param {import('./execute.mjs').Execution} done */
function startFault({ stopped, output }) {
  if (stopped) return `pas de réponse en ${START_LIMIT_MS / 1000} s`;
  return lastLines(output, 1) || 'sans explication';
}

/** @param {Browser} browser */
function portrait({ path, kind, version, headlessShell }) {
  const origin = {
    env: 'DIAPASON_BROWSER',
    playwright: 'celui de Playwright',
    systeme: 'celui du système',
    debian: 'paquet Debian',
  };
  const speed = headlessShell ? '' : ' ; complet, donc plus lent que chromium-headless-shell';
  return `${basename(path)}${version ? ` ${version}` : ''} (${origin[kind]}${speed})`;
}
