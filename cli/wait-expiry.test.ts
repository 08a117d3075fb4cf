import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { HarnessSetupError } from '../support/setup-error.ts';
import { embeddedTarget } from '../support/target/embedded.ts';
import type { Target } from '../support/target/target.ts';
import { isWaited, prepareToWait, waitAnnounced, withoutWaited } from './wait-expiry.ts';

const DECLARED: Target = { ...embeddedTarget, name: 'Essai', url: 'http://127.0.0.1:9/' };
const READY: Target = { ...DECLARED, linkValidity: '24 h', linkValidityMinutes: 1_440 };
const WAITED = { requirements: ['EX-4.13'] };

function preparing(t: TestContext, target: Target, requirement?: readonly string[]): () => void {
  t.after(() => delete process.env.DIAPASON_WAIT_EXPIRY);
  return () => prepareToWait(target, requirement);
}

describe('--wait-expiry', () => {
  const refusals: [string, Target, readonly string[] | undefined, RegExp][] = [
    ['on the embedded portal', embeddedTarget, undefined, /portail embarqué/],
    [
      'beside a clock',
      { ...READY, clock: { url: 'http://127.0.0.1:9/h', method: 'POST' } },
      undefined,
      /« clock »/,
    ],
    ['of a duration that nobody gave', DECLARED, undefined, /« Essai » ne dit pas combien de temps/],
    ['where nothing chosen waits', READY, ['EX-4.12'], /seule EX-4\.13 attend/],
  ];
  for (const [title, target, requirement, sentence] of refusals) {
    it(`is refused ${title}, and nothing waits`, (t) => {
      assert.throws(preparing(t, target, requirement), (error) => {
        assert.ok(error instanceof HarnessSetupError);
        assert.match(error.message, sentence);
        return error.remedy !== '';
      });
      assert.equal(isWaited(WAITED), false);
      assert.deepEqual(withoutWaited(), []);
    });
  }

  it('is accepted, and what waited is not played again', (t) => {
    preparing(t, READY, ['EX-4.12', 'EX-4.13'])();
    assert.equal(isWaited(WAITED), true);
    assert.equal(isWaited({ requirements: ['EX-4.12'] }), false);
    assert.deepEqual(withoutWaited(), ['--grep-invert', '@EX-4.13\\b']);
  });

  it('says until when', () => {
    assert.match(
      waitAnnounced(READY, new Date(2026, 0, 5, 10, 0)),
      /\(24 h\), pas avant le 06\/01\/2026 10:01/,
    );
  });
});
