import { HarnessSetupError } from '../setup-error.ts';
import type { Target } from '../target/target.ts';

export const WORKERS = 'DIAPASON_WORKERS';

/** Returns how many scenarios are played at once: as many as are asked for, and no more than the target bears. */
export function workersFor({ pace }: Pick<Target, 'pace'>): number {
  return Math.min(workersAsked(), pace.workers ?? Number.POSITIVE_INFINITY);
}

/** Returns the number of workers that a text gives. @throws HarnessSetupError when it gives none, or less than one */
export function workersAsked(text = process.env[WORKERS] ?? '2'): number {
  const workers = Number(text);
  if (Number.isSafeInteger(workers) && workers > 0) return workers;
  throw new HarnessSetupError(
    `« ${text} » n’est pas un nombre de scénarios à jouer de front (--workers, ou ${WORKERS}).`,
    'Donnez 1, 2, 3…',
  );
}
