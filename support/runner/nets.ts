import { intervalMs, LONGEST_HOLD_MS } from '../pace.ts';
import type { Target } from '../target/target.ts';

/**
 * Nets under the driver's own deadlines, which are all shorter and say what was awaited: what falls into one is the
 * harness's fault. A step may send a whole table of values, and a portal that declares a slow pace takes it at each:
 * the nets follow the pace.
 */
const ANSWERS_A_STEP = 12;

/** What the nets depend on. */
type Paced = Pick<Target, 'answerMs' | 'pace' | 'url'>;

/** Returns how long a step may take, in milliseconds; `workers` is how many share the pace of the target. */
export function stepNetMs({ answerMs, pace, url }: Paced, workers: number): number {
  // A portal that many use may ask once to be given time; the embedded one has nobody else.
  const hold = url === undefined ? 0 : LONGEST_HOLD_MS;
  return ANSWERS_A_STEP * (Math.max(answerMs, 5_000) + intervalMs(pace, workers)) + hold;
}

/** Returns how long a scenario may take, in milliseconds. */
export function scenarioNetMs(target: Paced, workers: number): number {
  return 2 * stepNetMs(target, workers);
}
