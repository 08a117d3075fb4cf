import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Line } from './lines.ts';
import { type Measured, resultsOf } from './results.ts';

/** A line whose worker started journeys at these times, the last one lasting 100 ms, in one round. */
function measured(line: Partial<Line>, starts: readonly number[]): Measured {
  const samples = starts.map((startedAt) => ({ worker: '0', startedAt, durationMs: 100, ok: true }));
  return {
    line: { name: 'x', label: 'x', player: 'nu', workers: 1, ...line },
    plays: [{ orderedAt: 0, samples }],
  };
}

/** Starts at a steady pace, one journey more than are counted. */
function every(ms: number, journeys: number): number[] {
  return Array.from({ length: journeys + 1 }, (_, index) => 50 + index * ms);
}

const bare = measured({}, every(100, 30));

test('A line is compared with the bare script of as many workers', () => {
  const slow = measured({ player: 'playwright', aim: 1.15 }, every(120, 40));
  const twoWorkers = measured({ player: 'playwright', workers: 2, aim: 1.15 }, every(120, 40));
  const [first, second, third] = resultsOf([bare, slow, twoWorkers]);
  assert.equal(first?.ratio, 1);
  assert.equal(second?.median, 120);
  assert.equal(second?.ratio, 1.2);
  assert.deepEqual(second?.ratios, [1.2]);
  assert.equal(second?.reached, false);
  assert.equal(third?.ratio, undefined);
  assert.equal(third?.reached, undefined);
});

test('A ratio equal to the aim reaches it', () => {
  const [, line] = resultsOf([bare, measured({ player: 'cucumber', aim: 1.1 }, every(110, 31))]);
  assert.equal(line?.ratio, 1.1);
  assert.equal(line?.reached, true);
});

test('Too few journeys judge nothing', () => {
  const [, line] = resultsOf([bare, measured({ player: 'cucumber', aim: 1.1 }, every(110, 29))]);
  assert.equal(line?.ratio, 1.1);
  assert.equal(line?.reached, undefined);
});

test('The start-up is apart: from the order to the first start', () => {
  const [line] = resultsOf([bare]);
  assert.equal(line?.startUp, 50);
  assert.equal(line?.journeys, 30);
});
