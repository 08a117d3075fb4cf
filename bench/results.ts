import type { Line } from './lines.ts';
import type { BenchPlay } from './players.ts';
import { deltasOf, median, quantile } from './samples.ts';

/** What was measured of one line; times in milliseconds. */
export interface Result {
  readonly name: string;
  readonly label: string;
  readonly workers: number;
  readonly journeys: number;
  readonly median: number;
  readonly p95: number;
  /** From the order to the first journey's start, median of the rounds. */
  readonly startUp: number;
  /** To the bare script with as many workers; absent when it was not measured. */
  readonly ratio?: number;
  /** The same, round by round: how far the ratio can be trusted. */
  readonly ratios?: readonly number[];
  readonly aim?: number;
  /** Absent when there is no aim, or too few journeys to judge it by. */
  readonly reached?: boolean;
  /** Each journey's time, round by round. */
  readonly deltas: readonly (readonly number[])[];
}

/** Fewer journeys make a median that says too little to judge an aim by. */
export const ENOUGH = 30;

/** The plays of one line, one for each round. */
export interface Measured {
  readonly line: Line;
  readonly plays: readonly BenchPlay[];
}

/** Returns the results, each compared with the bare script of as many workers. */
export function resultsOf(measured: readonly Measured[]): Result[] {
  return measured.map((one) => {
    const bare = measured.find(({ line }) => line.player === 'nu' && line.workers === one.line.workers);
    return resultOf(one, bare);
  });
}

function resultOf({ line, plays }: Measured, bare: Measured | undefined): Result {
  const { name, label, workers, aim } = line;
  const deltas = plays.map(({ samples }) => deltasOf(samples));
  const all = deltas.flat();
  const middle = median(all);
  return {
    name,
    label,
    workers,
    journeys: all.length,
    median: middle,
    p95: quantile(all, 0.95),
    startUp: median(plays.map(startUpOf)),
    ...(bare === undefined ? {} : comparison(deltas, bare, aim)),
    ...(aim === undefined ? {} : { aim }),
    deltas,
  };
}

function comparison(deltas: readonly (readonly number[])[], bare: Measured, aim: number | undefined) {
  const bareDeltas = bare.plays.map(({ samples }) => deltasOf(samples));
  const ratio = median(deltas.flat()) / median(bareDeltas.flat());
  const ratios = deltas.map((ofRound, round) => median(ofRound) / median(bareDeltas[round] ?? []));
  const judged = aim !== undefined && Math.min(deltas.flat().length, bareDeltas.flat().length) >= ENOUGH;
  return { ratio, ratios, ...(judged ? { reached: ratio <= aim } : {}) };
}

function startUpOf({ orderedAt, samples }: BenchPlay): number {
  return Math.min(...samples.map(({ startedAt }) => startedAt)) - orderedAt;
}
