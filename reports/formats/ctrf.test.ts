import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { validate } from 'ctrf';
import { catalogueFor, judge, RUNNERS, recorded } from '../recordings.test-support.ts';
import { ctrf } from './ctrf.ts';
import { inputOf } from './formats.test-support.ts';

/** The flaws that the format's own reference implementation finds, by its published schema. */
function flawsOf(text: string): unknown {
  const { valid, errors } = validate(JSON.parse(text));
  return valid ? [] : errors;
}

describe('ctrf.json', async () => {
  const plays = [await recorded('playwright', 'passage-1'), await recorded('playwright', 'passage-2')];
  const { text } = ctrf(inputOf(judge(plays, { catalogue: catalogueFor('deux-passages') })));
  const { results } = JSON.parse(text);

  for (const runner of RUNNERS)
    for (const name of ['entier', 'pannes'] as const)
      it(`of « ${name} » under ${runner} is valid against the published schema`, async () => {
        const judged = judge([await recorded(runner, name)], { catalogue: catalogueFor(name) });
        assert.deepEqual(flawsOf(ctrf(inputOf(judged)).text), []);
      });

  it('is valid with two plays, and is seen invalid when it is', () => {
    assert.deepEqual(flawsOf(text), []);
    assert.notDeepEqual(flawsOf(text.replace('"status": "other"', '"status": "instable"')), []);
  });

  it('counts what it holds, and calls unstable what two plays contradict', () => {
    const { tests, passed, failed, skipped, pending, other } = results.summary;
    assert.equal(tests, results.tests.length);
    assert.equal(tests, passed + failed + skipped + pending + other);
    const unstable = results.tests.filter((test: { rawStatus: string }) => test.rawStatus === 'instable');
    assert.ok(unstable.length > 0);
    for (const test of unstable) {
      assert.equal(test.status, 'other');
      assert.equal(test.retryAttempts.length, test.retries);
    }
  });

  it('keeps the verdict, the seed and the levels', () => {
    assert.equal(results.extra.seed, 42);
    assert.deepEqual(results.extra.verdict.levels, ['essentiel', 'robuste']);
    assert.equal(typeof results.extra.verdict.label, 'string');
  });
});
