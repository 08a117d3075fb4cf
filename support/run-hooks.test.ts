import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { changeBetween, versionOf } from './portal-version.ts';
import { cleanUpPortal, resetPortal } from './run-hooks.ts';
import { served } from './served.test-support.ts';
import { HarnessSetupError } from './setup-error.ts';
import { embeddedTarget } from './target/embedded.ts';
import type { Target } from './target/target.ts';

async function refusal(action: Promise<unknown>): Promise<string> {
  const error = await action.catch((caught: unknown) => caught);
  assert.ok(error instanceof HarnessSetupError, String(error));
  assert.notEqual(error.remedy, '');
  return error.message;
}

const NOWHERE = 'http://127.0.0.1:9/';

describe('the hooks around a run', () => {
  it('are called as the target says, with what gives access to it', async (t) => {
    const seen: string[] = [];
    const url = await served(t, async (request, response) => {
      const body = await Array.fromAsync(request);
      seen.push(`${request.method} ${request.headers.a} ${request.headers['x-jeton']} ${body.join('')}`);
      response.writeHead(204).end();
    });
    const reset = { url, method: 'PUT' as const, headers: { a: 'b' }, body: { vider: true } };
    const own = { origins: [new URL(url).origin], access: { headers: { 'x-jeton': 'abcd' } } };
    await resetPortal({ ...embeddedTarget, ...own, reset });
    await cleanUpPortal({ ...embeddedTarget, cleanup: { url, method: 'DELETE' } });
    assert.deepEqual(seen, ['PUT b abcd {"vider":true}', 'DELETE undefined undefined ']);
  });

  it('may be functions', async () => {
    const done: string[] = [];
    await resetPortal({ ...embeddedTarget, reset: async () => void done.push('reset') });
    await cleanUpPortal({ ...embeddedTarget, cleanup: () => void done.push('cleanup') });
    assert.deepEqual(done, ['reset', 'cleanup']);
  });

  it('say in a sentence that they failed', async (t) => {
    const url = await served(t, (_request, response) => response.writeHead(500).end());
    const target = (hooks: Partial<Target>) => ({ ...embeddedTarget, ...hooks });
    assert.match(
      await refusal(resetPortal(target({ reset: { url, method: 'POST' } }))),
      /« reset ».* a répondu 500/,
    );
    assert.match(
      await refusal(cleanUpPortal(target({ cleanup: { url: NOWHERE, method: 'POST' } }))),
      /« cleanup ».*ne répond pas \(ECONNREFUSED\)/,
    );
    const reset = () => {
      throw new Error('base occupée');
    };
    assert.match(await refusal(resetPortal(target({ reset }))), /la fonction a échoué : base occupée/);
  });

  it('let the companies of a portal made as new serve again', async (t) => {
    const claims = join(mkdtempSync(join(tmpdir(), 'diapason-remise-')), 'cible.json');
    t.after(() => rmSync(join(claims, '..'), { recursive: true }));
    mkdirSync(claims);
    const insee = { by: 'reel' as const, companies: [], claims };
    await cleanUpPortal({ ...embeddedTarget, insee, cleanup: () => undefined });
    assert.ok(existsSync(claims));
    await resetPortal({ ...embeddedTarget, insee, reset: () => undefined });
    assert.equal(existsSync(claims), false);
  });
});

describe('the version of a portal', () => {
  const JSON_TEXT = '{ "build": { "commit": "a1b2", "rang": 7 } }';

  async function version(t: TestContext, text: string, how: object = {}): Promise<string | undefined> {
    const url = await served(t, (_request, response) => response.end(text));
    return versionOf({ ...embeddedTarget, versionProbe: { url, ...how } });
  }

  it('is read where the target says, and else is not', async (t) => {
    assert.equal(await versionOf(embeddedTarget), undefined);
    assert.equal(await version(t, ' 4.2.0\n'), '4.2.0');
    assert.equal(await version(t, JSON_TEXT, { json: 'build.commit' }), 'a1b2');
    assert.equal(await version(t, JSON_TEXT, { json: 'build.rang' }), '7');
    assert.equal(await version(t, '<p>version 4.2 du</p>', { match: 'version ([0-9.]+)' }), '4.2');
    assert.equal(await version(t, '<p>v4.2</p>', { match: 'v[0-9.]+' }), 'v4.2');
    assert.match((await version(t, 'x'.repeat(500))) ?? '', /^x{120}… \(empreinte [0-9a-f]{12}\)$/);
  });

  it('says why it can not be read', async (t) => {
    assert.match(
      await refusal(version(t, 'rien', { json: 'build' })),
      /autre chose que du JSON qui contient « build »/,
    );
    assert.match(await refusal(version(t, JSON_TEXT, { json: 'build' })), /autre chose que du JSON/);
    assert.match(await refusal(version(t, 'rien', { match: 'v[0-9]+' })), /autre chose que ce que cherche/);
    const absent = await served(t, (_request, response) => response.writeHead(404).end());
    const probe = (url: string) => refusal(versionOf({ ...embeddedTarget, versionProbe: { url } }));
    assert.match(await probe(absent), /répond 404/);
    assert.match(await probe(NOWHERE), /ne répond pas \(ECONNREFUSED\)/);
  });

  it('tells two portals apart', () => {
    assert.equal(changeBetween('1', '1'), undefined);
    assert.equal(changeBetween(undefined, undefined), undefined);
    assert.match(changeBetween('1', '2') ?? '', /« 1 », puis « 2 »/);
  });
});
