import type { Target } from '../target/target.ts';

/**
 * Nets under the driver's own deadlines, which are all shorter and say what was awaited: what falls into one is the
 * harness's fault. A step may send a whole table of values, and a portal that declares a slow pace takes it at each:
 * the nets follow the pace.
 */
const ANSWERS_A_STEP = 12;

/** Returns how long a step may take, in milliseconds. */
export function stepNetMs({ answerMs }: Pick<Target, 'answerMs'>): number {
  return ANSWERS_A_STEP * Math.max(answerMs, 5_000);
}

/** Returns how long a scenario may take, in milliseconds. */
export function scenarioNetMs(target: Pick<Target, 'answerMs'>): number {
  return 2 * stepNetMs(target);
}
