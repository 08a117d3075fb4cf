import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { HarnessSetupError } from '../setup-error.ts';
import { EXPIRY as AWAITED, isAlone, withLocks } from './alone.ts';

const ORDINARY = "    test('A', { tag: ['@EX-4.12', '@essentiel'] }, async ({ When }) => { ";
const ALONE = "    test('Une { tag: [b] }', { tag: ['@EX-5.07', '@seul'] }, async ({ When }) => { ";
const EXPIRY = "    test('C', { tag: ['@EX-4.13', '@seul'] }, async ({ When }) => { ";

describe('a scenario that must be alone', () => {
  it('is one tagged so, on a portal that is shared, unless it only waits', () => {
    const tags = ['@EX-4.13', '@seul'];
    assert.equal(isAlone(tags, {}), false);
    assert.equal(isAlone(tags, { TARGET: 'cible.json' }), true);
    assert.equal(isAlone(['@EX-4.12'], { TARGET: 'cible.json' }), false);
    assert.equal(isAlone(tags, { TARGET: 'cible.json', DIAPASON_WAIT_EXPIRY: '1' }), false);
    assert.equal(isAlone(['@EX-5.07', '@seul'], { TARGET: 'c', DIAPASON_WAIT_EXPIRY: '1' }), true);
  });

  it('takes the exclusive lock in a generated spec, on its own line', () => {
    const [first, second, third, ...more] = withLocks([ORDINARY, ALONE, EXPIRY].join('\n')).split('\n');
    assert.equal(first, ORDINARY);
    assert.equal(
      second,
      ALONE.replace("'@seul']", "'@seul'], lock: process.env.TARGET ? '-exclusive-' : []"),
    );
    assert.match(third ?? '', /, lock: process\.env\.TARGET && !process\.env\.DIAPASON_WAIT_EXPIRY \? /);
    assert.deepEqual(more, []);
  });

  it('waits for real with the others that let the validity of a link pass, and they alone do', () => {
    const waits = (tags: string): boolean => new RegExp(AWAITED).test(`seul Un scénario ${tags}`);
    assert.equal(waits('@EX-4.13 @essentiel @seul'), true);
    assert.equal(waits('@EX-4.22 @robuste @devrait @seul'), true);
    assert.equal(waits('@EX-4.22 @robuste @devrait'), false);
    assert.equal(waits('@EX-5.07 @securite @seul'), false);
  });

  it('is never left without its lock in silence', () => {
    assert.throws(() => withLocks("test('A', { annotation: [], tag: ['@seul'] })"), HarnessSetupError);
  });
});
