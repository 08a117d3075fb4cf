import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { addNpm, addPackagedNode, addPlaywright, fakeMachine } from './fake-machine.mjs';
import { requireNode20 } from './node24.mjs';
import { duration, typeset } from './say.mjs';
import { readStamp, stampPath, writeStamp } from './stamp.mjs';

const options = { skip: process.platform === 'win32' && 'fakes are shell scripts' };

/** @param {import('node:test').TestContext} t */
function readyMachine(t) {
  const machine = fakeMachine(t);
  const calls = addNpm(machine);
  const chrome = machine.program(
    join(machine.bin, 'google-chrome'),
    `echo x >> "${machine.home}/starts"; echo Chrome 1.2.3`,
  );
  const count = (/** @type {string} */ path) =>
    existsSync(path) ? readFileSync(path, 'utf8').trim().split('\n').length : 0;
  return {
    ...machine,
    chrome,
    installs: () => count(calls),
    calls,
    browserStarts: () => count(join(machine.home, 'starts')),
  };
}

test('the first start installs, the second finds everything and starts nothing', options, async (t) => {
  const machine = readyMachine(t);
  const first = await machine.start();
  assert.equal(first.code, 0, first.err);
  assert.match(
    first.out,
    /✓ Dépendances : installées en \d+,\d s\n✓ Node 2\d[.\d]+ \(paquet npm\)\n✓ Navigateur : google-chrome 1\.2\.3 /,
  );
  const second = await machine.start();
  assert.match(second.out, /✓ Dépendances : à jour\n/);
  assert.deepEqual([machine.installs(), machine.browserStarts()], [1, 1]);
  assert.match(
    readFileSync(machine.calls, 'utf8'),
    /^ci --include=dev --include=optional --no-audit --no-fund/,
  );
});

test('another lock, or another package.json, installs again', options, async (t) => {
  const machine = readyMachine(t);
  for (const name of ['package-lock.json', 'package.json']) {
    await machine.start();
    writeFileSync(join(machine.root, name), '{"changed":true}');
  }
  await machine.start();
  assert.equal(machine.installs(), 3);
});

test('an installation that did not end is done again', options, async (t) => {
  const machine = readyMachine(t);
  await machine.start();
  rmSync(stampPath(machine.root));
  await machine.start();
  assert.equal(machine.installs(), 2);
});

test('a failed npm ci: French advice, npm’s reason, code 3, no stamp, no stack', options, async (t) => {
  const machine = readyMachine(t);
  writeStamp(machine.root, { dependencies: 'old', browsers: {} });
  machine.program(
    join(machine.bin, 'npm'),
    'echo "npm error code ENOTFOUND" >&2; echo "npm error A complete log of this run" >&2; exit 1',
  );
  const { code, out, err } = await machine.start();
  assert.equal(code, 3);
  assert.equal(out, '');
  assert.match(err, /✗ Dépendances : .*échouée.*réseau.*registre.*proxy.*\nnpm error code ENOTFOUND\n$/);
  assert.doesNotMatch(err, /\n\s+at /);
  assert.equal(existsSync(stampPath(machine.root)), false);
});

test('npm’s codes become advice', options, async (t) => {
  const machine = readyMachine(t);
  const cases = {
    EUSAGE: /npm install/,
    ENOSPC: /disque/,
    E401: /identifiants/,
    EACCES: /droits/,
    SELF_SIGNED_CERT_IN_CHAIN: /certificat/,
  };
  for (const [sign, advice] of Object.entries(cases)) {
    machine.program(join(machine.bin, 'npm'), `echo "npm error code ${sign}"; exit 1`);
    assert.match((await machine.start()).err, advice, sign);
  }
});

test('without npm, or without a lock, it says so', options, async (t) => {
  const machine = fakeMachine(t);
  const withoutNpm = await machine.start();
  assert.equal(withoutNpm.code, 3);
  assert.match(withoutNpm.err, /npm est introuvable/);
  rmSync(join(machine.root, 'package-lock.json'));
  assert.match((await machine.start()).err, /package-lock\.json est introuvable/);
});

test('a browser that does not start is named once, and the next one is taken', options, async (t) => {
  const machine = readyMachine(t);
  const bad = machine.program(
    join(machine.bin, 'chromium-headless-shell'),
    'echo "libnss3.so: not found" >&2; exit 127',
  );
  const first = await machine.start();
  assert.equal(first.code, 0, first.err);
  assert.ok(first.out.includes(`! Navigateur : ${bad} ne démarre pas (libnss3.so: not found)`), first.out);
  assert.match(first.out, /✓ Navigateur : google-chrome/);
  assert.doesNotMatch((await machine.start()).out, /ne démarre pas/);
  assert.equal(readStamp(machine.root).browsers[bad]?.starts, false);
});

test('what failed is tried again when nothing else works', options, async (t) => {
  const machine = readyMachine(t);
  const gate = join(machine.home, 'libs');
  machine.program(machine.chrome, `test -e "${gate}" && echo Chrome 4.5`);
  assert.equal((await machine.start()).code, 3);
  writeFileSync(gate, '');
  assert.match((await machine.start()).out, /google-chrome 4\.5/);
});

test('no browser: what was tried and how to have one, code 3', options, async (t) => {
  const machine = readyMachine(t);
  rmSync(machine.chrome);
  const { code, err } = await machine.start();
  assert.equal(code, 3);
  assert.match(
    err,
    /Aucun navigateur utilisable. Essayé : téléchargement par Playwright \(.*\) ; apt \(.*\)/,
  );
  for (const way of [
    'apt-get install chromium-headless-shell',
    'npx playwright install',
    'DIAPASON_BROWSER=',
  ])
    assert.ok(err.includes(way));
});

test('a browser that was asked for is never replaced', options, async (t) => {
  const machine = readyMachine(t);
  const asked = machine.program(join(machine.home, 'mien'), 'exit 1');
  const { code, err } = await machine.start({ env: { ...machine.env, DIAPASON_BROWSER: asked } });
  assert.equal(code, 3);
  assert.match(err, /DIAPASON_BROWSER ne démarre pas/);
});

test('Playwright’s browser is found after the dependencies are installed', options, async (t) => {
  const machine = readyMachine(t);
  addPlaywright(machine).browser('chromium_headless_shell');
  assert.match((await machine.start()).out, /chrome-headless-shell 9\.8 \(celui de Playwright\)/);
});

test('a packaged Node that does not start gives way to the system’s', options, async (t) => {
  const machine = readyMachine(t);
  const node = join(machine.root, 'node_modules', '.bin', 'node');
  await machine.start();
  rmSync(node);
  machine.program(node, 'exit 127');
  assert.match((await machine.start()).out, /✓ Node 2\d[.\d]+ \(celui du système\)/);
  assert.equal(existsSync(node), false);
});

test('Node 18 is refused, Node 20 is not', () => {
  assert.throws(() => requireNode20('v18.20.0'), /Node 18\.20\.0 est trop ancien/);
  requireNode20('v20.0.0');
});

/** In a container nobody may reap orphans: a zombie has ended. @param {string} pid */
function isRunning(pid) {
  const { stdout } = spawnSync('ps', ['-o', 'stat=', '-p', pid], { encoding: 'utf8' });
  return !/^\s*(Z|$)/.test(stdout);
}

test('Ctrl-C ends npm and what npm started: code 130, no stack, no stamp', options, async (t) => {
  const machine = readyMachine(t);
  addPackagedNode(machine);
  const pids = join(machine.home, 'pids');
  machine.program(join(machine.bin, 'npm'), `/bin/sleep 60 & echo $! > "${pids}"; wait`);
  cpSync(dirname(fileURLToPath(import.meta.url)), join(machine.root, 'setup'), { recursive: true });
  const child = spawn(process.execPath, [join(machine.root, 'setup', 'setup.mjs')], {
    env: machine.env,
    cwd: '/',
  });
  let err = '';
  child.stderr.on('data', (text) => {
    err += text;
  });
  const ended = new Promise((resolve) => child.once('close', resolve));
  while (!existsSync(pids) || readFileSync(pids, 'utf8') === '') await wait(20);
  child.kill('SIGINT');
  assert.equal(await ended, 130);
  assert.match(err, /interrompue/);
  assert.doesNotMatch(err, /\n\s+at /);
  assert.equal(isRunning(readFileSync(pids, 'utf8').trim()), false);
  assert.equal(existsSync(stampPath(machine.root)), false);
});

test('French typography', () => {
  assert.equal(typeset('Essayé : « a » ; 14 s'), 'Essayé\u00a0: «\u00a0a\u00a0»\u202f; 14\u00a0s');
  assert.deepEqual([duration(0.26), duration(9.97), duration(14.4)], ['0,3 s', '10 s', '14 s']);
});
