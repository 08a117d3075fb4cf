import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { guichet } from '../fixtures/portals/guichet/guichet.ts';
import { inProject } from './root.ts';
import {
  assertNoStack,
  childrenOf,
  type Ended,
  PROC,
  processesOf,
  type Started,
  start,
  temporary,
} from './run.test-support.ts';

const FREE = ['--insee-port', '0', '--mail-port', '0', '--smtp-port', '0', '--portal-port', '0'];
const NEEDS_PYTHON = { skip: guichet.missing() ?? false };

/** What is served, once it is; it is stopped at the end of the test, however that ends. */
async function serving(t: TestContext, out: string, ...args: string[]): Promise<Started & { said: string }> {
  const started = start(out, ['serve', ...FREE, ...args]);
  t.after(() => started.child.kill('SIGKILL'));
  await started.says('La Poste');
  return { ...started, said: started.output() };
}

async function stopped({ child, ended }: Started, signal: NodeJS.Signals): Promise<Ended> {
  child.kill(signal);
  return ended;
}

/** What is said after a title. */
function saidOf(said: string, title: string): string {
  return new RegExp(`${title} +(\\S+)`).exec(said)?.[1] ?? assert.fail(`${title} : ${said}`);
}

describe('diapason serve', { concurrency: 2 }, () => {
  it('serves INSEE’s double with its key and a mailbox, and ends with 0 on Ctrl-C', async (t) => {
    const served = await serving(t, temporary(t));
    const { said } = served;
    const [double, key] = [saidOf(said, "Double de l'INSEE"), saidOf(said, "Clé de l'API")];
    const siret = /^ {2}([\d ]+?) {3}société active$/m.exec(said)?.[1]?.replaceAll(' ', '') ?? '';
    const headers = { 'X-INSEE-Api-Key-Integration': key };
    assert.equal((await fetch(`${double}/siret/${siret}`, { headers })).status, 200);
    assert.equal((await fetch(`${double}/siret/${siret}`)).status, 401);
    assert.equal((await fetch(`${saidOf(said, 'Courriels reçus')}api/v1/messages`)).status, 200);
    assert.match(said, /"mail": \{ "mailpit": "http:\/\/127\.0\.0\.1:\d+" \}/);
    const { code, output } = await stopped(served, 'SIGINT');
    assert.equal(code, 0, output);
  });

  it('serves the reference portal', async (t) => {
    const served = await serving(t, temporary(t), '--portal');
    const page = await fetch(saidOf(served.said, 'Portail'));
    assert.match(await page.text(), /Vous êtes nouveau sur Chorus Pro/);
    assert.match(served.said, /^ {2}"captcha": \{ "answer": "TEST1" \}$/m);
    assert.equal((await stopped(served, 'SIGTERM')).code, 0);
  });

  it('says which port is taken, and how to choose another', async (t) => {
    const taken = createServer().listen(0, '127.0.0.1');
    t.after(() => taken.close());
    await new Promise((resolve) => taken.once('listening', resolve));
    const port = String((taken.address() as { port: number }).port);
    for (const [option, what] of [
      ['--insee-port', "le double de l'INSEE"],
      ['--smtp-port', "l'envoi de courriels"],
    ] as const) {
      const ended = await start(temporary(t), ['serve', ...FREE, option, port]).ended;
      assert.equal(ended.code, 3, ended.output);
      assert.match(
        ended.output,
        new RegExp(`✗ Impossible de servir ${what} : le port ${port} est déjà pris`),
      );
      assert.match(ended.output, new RegExp(`ou choisissez un autre port par ${option}\\.`));
      assertNoStack(ended);
    }
  });

  it('says that there is no such portal, and which there are', async (t) => {
    const ended = await start(temporary(t), ['serve', ...FREE, '--portal', 'inconnu']).ended;
    assert.equal(ended.code, 3, ended.output);
    assert.match(
      ended.output,
      /✗ Aucun portail livré ne s'appelle « inconnu »\.\n {2}→ Portails livrés : .*guichet/,
    );
  });

  it('says that a portal can not be tried where what it needs is missing', async (t) => {
    const missing = { DIAPASON_PYTHON: '/nulle/part/python' };
    for (const command of ['serve', 'parity', 'power']) {
      const ended = await start(temporary(t), [command, '--portal', 'guichet'], missing).ended;
      assert.equal(ended.code, 3, ended.output);
      assert.match(ended.output, /✗ Le portail « guichet » ne peut pas être essayé .* il manque Python 3\.9/);
      assertNoStack(ended);
    }
  });
});

describe('diapason serve, with a portal in another process', NEEDS_PYTHON, () => {
  it('is what its target file is played against, clock and mail included', async (t) => {
    const out = temporary(t);
    const { said } = await serving(t, out, '--portal', 'guichet');
    const url = saidOf(said, 'Portail');
    const target = join(out, 'cible.json');
    const mail = { mailpit: saidOf(said, 'Courriels reçus').slice(0, -1) };
    const addresses = { url, mail, clock: { url: `${url}essais/horloge` } };
    const own = JSON.parse(readFileSync(inProject('targets/guichet.json'), 'utf8'));
    writeFileSync(target, JSON.stringify({ ...own, ...addresses }));
    const run = ['run', '--target', target, '--requirement', 'EX-4.22'];
    const { code, output } = await start(join(out, 'rapports'), run).ended;
    assert.equal(code, 0, output);
    assert.match(output, /2\/2 ✓ EX-4\.22/);
  });

  for (const signal of ['SIGINT', 'SIGTERM', 'SIGKILL'] as const) {
    it(`leaves no process behind on ${signal}`, PROC, async (t) => {
      const out = temporary(t);
      const served = await serving(t, out, '--portal', 'guichet');
      assert.ok(childrenOf(out).some((command) => /portail\.py/.test(command)));
      const { code } = await stopped(served, signal);
      assert.equal(code, signal === 'SIGKILL' ? null : 0);
      // Nobody is told of the end of a process that is not their own child: it is looked for, five seconds at most.
      for (let look = 0; look < 100 && childrenOf(out).length > 0; look += 1)
        await new Promise((resolve) => setTimeout(resolve, 50));
      assert.deepEqual(childrenOf(out), []);
    });
  }

  it('says so where the portal ends by itself', PROC, async (t) => {
    const out = temporary(t);
    const { said, ended } = await serving(t, out, '--portal', 'guichet');
    assert.match(said, /Portail/);
    const portal = processesOf(out).find(({ command }) => /portail\.py/.test(command));
    process.kill(portal?.pid ?? assert.fail('not started'), 'SIGKILL');
    const { code, output } = await ended;
    assert.equal(code, 3, output);
    assert.match(output, /✗ Le portail s'est arrêté de lui-même/);
  });
});
