import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { HarnessSetupError } from '../setup-error.ts';
import { WORKERS, workersAsked, workersFor } from './workers.ts';

function asking(t: TestContext, text: string | undefined): void {
  const before = process.env[WORKERS];
  const set = (value: string | undefined): void => {
    if (value === undefined) delete process.env[WORKERS];
    else process.env[WORKERS] = value;
  };
  t.after(() => set(before));
  set(text);
}

describe('the number of workers', () => {
  it('is two when nothing is asked', (t) => {
    asking(t, undefined);
    assert.equal(workersFor({ pace: {} }), 2);
  });

  it('is what is asked, and no more than the target bears', (t) => {
    asking(t, '4');
    assert.equal(workersFor({ pace: {} }), 4);
    assert.equal(workersFor({ pace: { workers: 3 } }), 3);
    assert.equal(workersFor({ pace: { workers: 9 } }), 4);
  });

  for (const text of ['0', '-1', '1.5', 'deux', ''])
    it(`is not « ${text} », which is said in French`, () => {
      assert.throws(
        () => workersAsked(text),
        (error: unknown) =>
          error instanceof HarnessSetupError &&
          error.message.startsWith(`« ${text} » n’est pas un nombre de scénarios`),
      );
    });
});
