// A machine for the set-up's tests: a project folder, a PATH of our own and programs that are shell scripts.
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { run } from './setup.mjs';

/**
 * @param {import('node:test').TestContext} t the folder goes with the test
 */
export function fakeMachine(t) {
  const home = mkdtempSync(join(tmpdir(), 'diapason-setup-'));
  t.after(() => rmSync(home, { recursive: true, force: true }));
  const [root, bin] = [join(home, 'projet'), join(home, 'bin')];
  mkdirSync(bin);
  /** @type {NodeJS.ProcessEnv} */
  const env = { PATH: bin, HOME: home };
  const place = { root, home, platform: 'linux', arch: 'x64' };
  /** @param {string} path @param {string} content */
  const file = (path, content) => {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
    return path;
  };
  /** @param {string} path @param {string} script */
  const program = (path, script) => {
    chmodSync(file(path, `#!/bin/sh\n${script}\n`), 0o755);
    return path;
  };
  file(join(root, 'package.json'), '{}');
  file(join(root, 'package-lock.json'), '{"lockfileVersion":3}');
  return { home, root, bin, env, place, file, program, start: starter(root, env, place) };
}

/**
 * Runs the set-up there and keeps what it said, with plain spaces.
 * @param {string} root
 * @param {NodeJS.ProcessEnv} env
 * @param {import('./browser.mjs').Place} place
 */
function starter(root, env, place) {
  /** @param {Partial<import('./setup.mjs').Setup>} [options] */
  return async (options = {}) => {
    let [out, err] = ['', ''];
    /** @param {string} line */
    const plain = (line) => `${line.replace(/[\u00a0\u202f]/g, ' ')}\n`;
    const code = await run({
      ...{ root, env, place, isRoot: false, progress: () => {} },
      say: (line) => {
        out += plain(line);
      },
      complain: (line) => {
        err += plain(line);
      },
      ...options,
    });
    return { code, out, err };
  };
}

/** @typedef {ReturnType<typeof fakeMachine>} FakeMachine */

/**
 * An npm that counts its calls and leaves an empty node_modules with the Node of these tests.
 * @param {FakeMachine} machine
 */
export function addNpm({ root, home, bin, program }) {
  const [node, calls] = [join(root, 'node_modules', '.bin', 'node'), join(home, 'npm-calls')];
  const link = `/bin/mkdir -p "${dirname(node)}" && /bin/ln -sf "${process.execPath}" "${node}"`;
  program(join(bin, 'npm'), `echo "$@" >> "${calls}"\n${link}`);
  return calls;
}

/**
 * A Playwright of revision 7 and, if wanted, its light browser.
 * @param {FakeMachine} machine
 */
export function addPlaywright({ root, home, file, program }) {
  const pinned = ['chromium', 'chromium-headless-shell'].map((name) => ({
    name,
    revision: '7',
    browserVersion: '9.8',
  }));
  const core = join(root, 'node_modules', 'playwright-core', 'browsers.json');
  file(core, JSON.stringify({ browsers: pinned }));
  const cache = join(home, '.cache', 'ms-playwright');
  /** @param {'chromium' | 'chromium_headless_shell'} name */
  const browser = (name, script = 'echo Chromium 9.8') => {
    const inside = name === 'chromium' ? ['chrome-linux64', 'chrome'] : SHELL;
    file(join(cache, `${name}-7`, 'INSTALLATION_COMPLETE'), '');
    return program(join(cache, `${name}-7`, ...inside), script);
  };
  return { cache, browser };
}

const SHELL = ['chrome-headless-shell-linux64', 'chrome-headless-shell'];

/**
 * Dependencies as after a good installation, so that a test can be about something else.
 * @param {FakeMachine} machine
 */
export function addPackagedNode({ root }) {
  mkdirSync(join(root, 'node_modules', '.bin'), { recursive: true });
  symlinkSync(process.execPath, join(root, 'node_modules', '.bin', 'node'));
}
