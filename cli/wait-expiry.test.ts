import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { HarnessSetupError } from '../support/setup-error.ts';
import { embeddedTarget } from '../support/target/embedded.ts';
import type { Target } from '../support/target/target.ts';
import { isWaited, prepareToWait, waitAnnounced, withoutWaited } from './wait-expiry.ts';

const DECLARED: Target = { ...embeddedTarget, name: 'Essai', url: 'http://127.0.0.1:9/' };
const READY: Target = { ...DECLARED, linkValidity: '24 h', linkValidityMinutes: 1_440 };
const WAITED = { project: 'attente' };

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
    ['where nothing chosen waits', READY, ['EX-4.12'], /seules EX-4\.13 et EX-4\.22 attendent/],
  ];
  for (const [title, target, requirement, sentence] of refusals) {
    it(`is refused ${title}, and nothing waits`, (t) => {
      assert.throws(preparing(t, target, requirement), (error) => {
        assert.ok(error instanceof HarnessSetupError);
        assert.match(error.message, sentence);
        return error.remedy !== '';
      });
      assert.deepEqual(withoutWaited(), []);
    });
  }

  for (const id of ['EX-4.13', 'EX-4.22'])
    it(`is accepted for ${id}, and what waited is not played again`, (t) => {
      preparing(t, READY, ['EX-4.12', id])();
      assert.equal(isWaited(WAITED), true);
      assert.equal(isWaited({ project: 'ordinaire' }), false);
      const [option, waited = ''] = withoutWaited();
      assert.equal(option, '--grep-invert');
      assert.match(`attente ordinaire Un lien @${id} @robuste @seul`, new RegExp(waited));
      assert.doesNotMatch(`ordinaire Un lien @${id} @robuste`, new RegExp(waited));
    });

  it('says until when', () => {
    assert.match(
      waitAnnounced(READY, new Date(2026, 0, 5, 10, 0)),
      /\(24 h\), pas avant le 06\/01\/2026 10:01/,
    );
  });
});
