import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deltasOf, median, quantile, type Sample } from './samples.ts';

const sample = (worker: string, startedAt: number, durationMs: number): Sample => ({
  worker,
  startedAt,
  durationMs,
  ok: true,
});

test('The median of an odd and of an even number of values', () => {
  assert.equal(median([9, 1, 5]), 5);
  assert.equal(median([9, 1, 5, 6]), 5.5);
});

test('A quantile is interpolated, whatever the order, and leaves its values alone', () => {
  const values = [30, 10, 20, 0, 40];
  assert.equal(quantile(values, 0.95), 38);
  assert.equal(quantile(values, 0), 0);
  assert.equal(quantile(values, 1), 40);
  assert.deepEqual(values, [30, 10, 20, 0, 40]);
  assert.equal(quantile([7], 0.95), 7);
});

test('No value has no median', () => {
  assert.throws(() => median([]), RangeError);
});

test('A journey counts to the start of the next one, the last to its end, the first not at all', () => {
  const samples = [sample('0', 0, 90), sample('0', 100, 90), sample('0', 220, 95)];
  assert.deepEqual(deltasOf(samples), [120, 95]);
});

test('Workers are told apart, each with its own warm-up, whatever the order of the samples', () => {
  const samples = [
    sample('1', 50, 10),
    sample('0', 130, 20),
    sample('0', 0, 100),
    sample('1', 150, 10),
    sample('1', 90, 10),
  ];
  assert.deepEqual(deltasOf(samples), [60, 10, 20]);
});

test('A worker that played one journey gives none', () => {
  assert.deepEqual(deltasOf([sample('0', 0, 100)]), []);
});
