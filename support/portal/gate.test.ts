import assert from 'node:assert/strict';
import { it } from 'node:test';
import { Gate } from './gate.ts';

/** Comes to a gate, and says when it has opened. */
function coming(gate: Gate): { readonly hasPassed: () => boolean; readonly passes: Promise<void> } {
  let hasPassed = false;
  const passes = gate.pass().then(() => {
    hasPassed = true;
  });
  return { hasPassed: () => hasPassed, passes };
}

it('a gate lets all pass at once, when the last has come', async (t) => {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  const gate = new Gate(2);
  const first = coming(gate);
  await Promise.resolve();
  assert.equal(first.hasPassed(), false);
  const second = coming(gate);
  await Promise.all([first.passes, second.passes]);
  await gate.pass();
});

it('a gate waits two seconds at most for those who never come', async (t) => {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  const only = coming(new Gate(2));
  t.mock.timers.tick(1_999);
  await Promise.resolve();
  assert.equal(only.hasPassed(), false);
  t.mock.timers.tick(1);
  await only.passes;
});
