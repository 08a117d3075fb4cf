import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { turns } from './turns.ts';

describe('turns', () => {
  it('makes actions one after the other, in the order in which they came, and returns what each gives', async () => {
    const inTurn = turns();
    const done: string[] = [];
    const act = (name: string, ms: number) => async () => {
      done.push(`${name} commence`);
      await setTimeout(ms);
      done.push(`${name} finit`);
      return name;
    };
    assert.deepEqual(await Promise.all([inTurn(act('a', 20)), inTurn(act('b', 1))]), ['a', 'b']);
    assert.deepEqual(done, ['a commence', 'a finit', 'b commence', 'b finit']);
  });

  it('goes on after one that fails, which tells only whoever made it', async () => {
    const inTurn = turns();
    const failing = inTurn(async () => assert.fail('réseau coupé'));
    const next = inTurn(async () => 'suite');
    await assert.rejects(failing, /réseau coupé/);
    assert.equal(await next, 'suite');
  });
});
