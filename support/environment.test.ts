import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { startEnvironment } from './environment.ts';
import { served } from './served.test-support.ts';
import { embeddedTarget } from './target/embedded.ts';
import type { Target } from './target/target.ts';

/** A clock hook that remembers how it was called, and answers with this status. */
async function clock(t: TestContext, status = 200) {
  const calls: string[] = [];
  const url = await served(t, async (request, response) => {
    const { method, url: path, headers } = request;
    const body = (await Array.fromAsync(request)).join('');
    calls.push([method, path, headers['content-type'], headers['x-cle'], body].join(' '));
    response.writeHead(status).end();
  });
  return { url, calls };
}

/** A portal elsewhere, whose mail is read by a function: nothing is asked of a mailbox. */
const ELSEWHERE: Target = {
  ...embeddedTarget,
  url: 'http://127.0.0.1:9',
  mail: { ...embeddedTarget.mail, read: async () => [] },
};

async function advance(t: TestContext, declared: Target['clock'], milliseconds = 61_500): Promise<void> {
  const environment = await startEnvironment({
    ...ELSEWHERE,
    ...(declared === undefined ? {} : { clock: declared }),
  });
  t.after(() => environment.close());
  await environment.advanceClock?.(milliseconds);
}

describe('the clock of a declared portal', () => {
  it('is moved by the call that the target declares, or by ours', async (t) => {
    const { url, calls } = await clock(t);
    await advance(t, { url, method: 'POST' });
    const body = { reglages: [{ secondes: '{seconds}' }] };
    await advance(t, { url, method: 'PUT', headers: { 'x-cle': 'a' }, body });
    await advance(t, { url: `${url}/plus/{seconds}`, method: 'GET' });
    await advance(t, { url, method: 'POST', headers: { 'content-type': 'text/plain' }, body: '+{seconds}s' });
    assert.deepEqual(calls, [
      'POST / application/json  {"avance":"62 s"}',
      'PUT / application/json a {"reglages":[{"secondes":"62"}]}',
      'GET /plus/62   ',
      'POST / text/plain  +62s',
    ]);
  });

  it('that does not move is the harness’s trouble, and says what it answered', async (t) => {
    const { url } = await clock(t, 500);
    await assert.rejects(advance(t, { url, method: 'POST' }), /L'horloge du portail .* a répondu 500/);
  });

  it('can not be moved where the target does not say how', async (t) => {
    const environment = await startEnvironment(ELSEWHERE);
    t.after(() => environment.close());
    assert.equal(environment.advanceClock, undefined);
  });
});
