import assert from 'node:assert/strict';
import { rmSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { browserCandidates, fileIdentity, findBrowser, installBrowser } from './browser.mjs';
import { addPlaywright, fakeMachine } from './fake-machine.mjs';
import { writeStamp } from './stamp.mjs';

const options = { skip: process.platform === 'win32' && 'fakes are shell scripts' };

test('DIAPASON_BROWSER goes before everything', options, (t) => {
  const machine = fakeMachine(t);
  addPlaywright(machine).browser('chromium');
  const path = machine.program(join(machine.home, 'mien'), 'exit 0');
  const env = { ...machine.env, DIAPASON_BROWSER: path };
  assert.deepEqual(findBrowser(env, machine.place), { path, kind: 'env', headlessShell: false });
});

test('DIAPASON_BROWSER that names nothing, or no program, is an error in French', options, (t) => {
  const { env, place, home, file } = fakeMachine(t);
  const plain = file(join(home, 'texte'), '');
  for (const [path, fault] of [
    [join(home, 'rien'), /n’existe pas/],
    [plain, /exécutable/],
  ])
    assert.throws(() => findBrowser({ ...env, DIAPASON_BROWSER: String(path) }, place), { message: fault });
});

test('an empty machine has no browser', options, (t) => {
  const { env, place } = fakeMachine(t);
  assert.equal(findBrowser(env, place), undefined);
});

test('Playwright’s own, then the light Debian build, then Chrome, Chromium, Edge', options, (t) => {
  const machine = fakeMachine(t);
  const { browser } = addPlaywright(machine);
  const system = ['chromium-headless-shell', 'google-chrome', 'chromium', 'microsoft-edge'];
  const paths = system.map((name) => join(machine.bin, name));
  for (const path of [...paths].reverse()) machine.program(path, 'exit 0');
  const own = [browser('chromium_headless_shell'), browser('chromium')];
  const found = browserCandidates(machine.env, machine.place);
  assert.deepEqual(
    found.map(({ path }) => path),
    [...own, ...paths],
  );
  assert.deepEqual(
    found.map(({ kind }) => kind),
    ['playwright', 'playwright', 'debian', 'systeme', 'systeme', 'systeme'],
  );
  assert.deepEqual(
    found.map(({ headlessShell }) => headlessShell),
    [true, false, true, false, false, false],
  );
  assert.equal(found[0]?.version, '9.8');
});

test('PLAYWRIGHT_BROWSERS_PATH moves Playwright’s browsers', options, (t) => {
  const machine = fakeMachine(t);
  const { cache, browser } = addPlaywright(machine);
  const path = browser('chromium');
  const place = { ...machine.place, home: '/nulle-part' };
  assert.equal(findBrowser(machine.env, place), undefined);
  assert.equal(findBrowser({ ...machine.env, PLAYWRIGHT_BROWSERS_PATH: cache }, place)?.path, path);
});

test('a download that did not end is no browser', options, (t) => {
  const machine = fakeMachine(t);
  const { cache, browser } = addPlaywright(machine);
  browser('chromium');
  rmSync(join(cache, 'chromium-7', 'INSTALLATION_COMPLETE'));
  assert.equal(findBrowser(machine.env, machine.place), undefined);
});

test('a browser seen failing is passed over until its file changes', options, (t) => {
  const machine = fakeMachine(t);
  addPlaywright(machine);
  const [bad, good] = ['google-chrome', 'chromium'].map((name) =>
    machine.program(join(machine.bin, name), 'exit 0'),
  );
  assert.ok(bad && good);
  const seen = (/** @type {string} */ path) => ({
    file: fileIdentity(path),
    starts: path === good,
    version: '1.2',
  });
  writeStamp(machine.root, { browsers: { [bad]: seen(bad), [good]: seen(good) } });
  assert.deepEqual(findBrowser(machine.env, machine.place), {
    path: good,
    kind: 'systeme',
    headlessShell: false,
    version: '1.2',
  });
  utimesSync(bad, 1, 1);
  assert.equal(findBrowser(machine.env, machine.place)?.path, bad);
});

/** @param {import('./fake-machine.mjs').FakeMachine} machine */
const installOptions = ({ root, env }) => {
  const signal = new AbortController().signal;
  return { root, env, isRoot: true, signal, progress: () => {} };
};

test('apt is used when Playwright can’t download, and says what it was asked', options, async (t) => {
  const machine = fakeMachine(t);
  const shell = join(machine.bin, 'chromium-headless-shell');
  machine.file(
    join(machine.root, 'node_modules', 'playwright', 'cli.js'),
    'console.error("Error: ENOTFOUND"); process.exit(1)',
  );
  machine.program(
    join(machine.bin, 'apt-get'),
    `case "$*" in *install*) echo "$DEBIAN_FRONTEND" > "${shell}"; /bin/chmod +x "${shell}";; esac`,
  );
  const result = await installBrowser(installOptions(machine), async () =>
    findBrowser(machine.env, machine.place),
  );
  assert.equal(result.browser?.path, shell);
  assert.deepEqual(
    result.attempts.map(({ done }) => done),
    [false, true],
  );
  assert.match(result.attempts[0]?.why ?? '', /ENOTFOUND/);
});

test('two failed connections are enough to give up the download', options, async (t) => {
  const machine = fakeMachine(t);
  const cli = 'setInterval(() => console.log("Downloading Chrome"), 50)';
  machine.file(join(machine.root, 'node_modules', 'playwright', 'cli.js'), cli);
  const { attempts } = await installBrowser(installOptions(machine), async () => undefined);
  assert.equal(attempts[0]?.done, false);
  assert.ok((attempts[0]?.seconds ?? 99) < 5);
});

test('a download that does not start leaves its turn to apt', options, async (t) => {
  const machine = fakeMachine(t);
  machine.file(join(machine.root, 'node_modules', 'playwright', 'cli.js'), '');
  machine.program(join(machine.bin, 'apt-get'), 'exit 0');
  const answers = [undefined, 'navigateur'];
  const { browser, attempts } = await installBrowser(installOptions(machine), async () => answers.shift());
  assert.equal(browser, 'navigateur');
  assert.match(attempts[0]?.why ?? '', /ne démarre pas/);
});

test('without root apt is not even tried', options, async (t) => {
  const machine = fakeMachine(t);
  machine.program(join(machine.bin, 'apt-get'), `: > "${machine.home}/called"`);
  const { attempts } = await installBrowser(
    { ...installOptions(machine), isRoot: false },
    async () => undefined,
  );
  assert.match(attempts[1]?.why ?? '', /root/);
  assert.equal(fileIdentity(join(machine.home, 'called')), '');
});
