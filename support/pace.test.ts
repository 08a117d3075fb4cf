import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { MeansMissing } from './failures.ts';
import { intervalMs, Pace } from './pace.ts';
import { scenarioNetMs, stepNetMs } from './runner/nets.ts';
import { embeddedTarget } from './target/embedded.ts';

async function elapsed(action: () => Promise<void>): Promise<number> {
  const began = performance.now();
  await action();
  return performance.now() - began;
}

function tooFast(action: () => unknown, sentence: RegExp): void {
  assert.throws(
    action,
    (error) => error instanceof MeansMissing && error.means === 'cadence' && sentence.test(error.remedy),
  );
}

describe('the pace of a target', () => {
  it('is shared by the workers', () => {
    assert.equal(intervalMs({ signUpsPerMinute: 30 }, 1), 2_000);
    assert.equal(intervalMs({ signUpsPerMinute: 30 }, 3), 6_000);
    assert.equal(intervalMs({}, 3), 0);
  });

  it('spaces sign-ups, the first of which waits for nobody', async () => {
    const pace = new Pace({ pace: { signUpsPerMinute: 600 } }, 2);
    const begun = performance.now();
    assert.ok((await elapsed(() => pace.turn())) < 50);
    await pace.turn();
    await pace.turn();
    // From the first one: this process may have been kept waiting since. A timer may ring a millisecond early.
    const ms = performance.now() - begun;
    assert.ok(ms >= 398, `${ms} ms`);
  });

  it('waits for nothing where none is declared', async () => {
    const pace = new Pace({ pace: {} }, 1);
    assert.ok(
      (await elapsed(async () => {
        for (let index = 0; index < 100; index += 1) await pace.turn();
      })) < 50,
    );
  });

  it('leaves what a 429 cuts short unverified, and keeps the next sign-up waiting as the portal asked', async () => {
    const pace = new Pace({ pace: {} }, 1);
    tooFast(
      () => pace.brake({ retryAfter: '1' }, 'EX-1.02'),
      /HTTP 429, à réessayer dans 1 s.*« signUpsPerMinute »/,
    );
    assert.ok((await elapsed(() => pace.turn())) >= 900);
  });

  it('understands a date, and a portal that does not say when', () => {
    const pace = new Pace({ pace: {} }, 1);
    const date = new Date(Date.now() + 30_000).toUTCString();
    tooFast(() => pace.brake({ retryAfter: date }, undefined), /à réessayer dans (29|30) s/);
    for (const retryAfter of [undefined, 'bientôt'])
      tooFast(() => pace.brake({ retryAfter }, undefined), /sans dire jusqu’à quand/);
  });

  it('does not wait for hours', async () => {
    const pace = new Pace({ pace: {} }, 1);
    tooFast(() => pace.brake({ retryAfter: '3600' }, undefined), /3600 s/);
    await assert.rejects(pace.turn(), /encore (3600|3599) s à attendre/);
  });

  it('takes a 429 for an answer where that is what is looked for', async () => {
    const pace = new Pace({ pace: {} }, 1);
    pace.brake({ retryAfter: '60' }, 'EX-5.07');
    assert.ok((await elapsed(() => pace.turn())) < 50);
  });
});

describe('the nets under a step', () => {
  it('leave room for the pace of the target', () => {
    const declared = { ...embeddedTarget, url: 'http://127.0.0.1/', pace: { signUpsPerMinute: 6 } };
    const [step, plain] = [stepNetMs(declared, 2), stepNetMs(embeddedTarget, 2)];
    assert.equal(plain, 60_000);
    assert.equal(step, 60_000 + 12 * 20_000 + 60_000);
    assert.equal(scenarioNetMs(declared, 2), 2 * step);
  });
});
