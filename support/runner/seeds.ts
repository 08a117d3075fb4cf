import { randomBytes } from 'node:crypto';
import type { Seeds } from '../../fixtures/draw.ts';
import { HarnessSetupError } from '../setup-error.ts';

/** Set to what an auditor chose to enter the draws, where one did. */
export const CHALLENGE = 'DIAPASON_CHALLENGE';

/**
 * Returns the seeds of this process, from `DIAPASON_SEED` and `DIAPASON_NONCE` where they are set, and leaves them
 * there so that the workers it starts draw from the same; with `DIAPASON_CHALLENGE`, where it is set.
 * @throws HarnessSetupError when `DIAPASON_SEED` is not a whole number.
 */
export function processSeeds(environment: NodeJS.ProcessEnv = process.env): Seeds {
  environment.DIAPASON_SEED ||= String(randomBytes(4).readUInt32BE());
  environment.DIAPASON_NONCE ||= randomBytes(6).toString('hex');
  const seed = Number(environment.DIAPASON_SEED);
  if (!Number.isSafeInteger(seed) || seed < 0) {
    throw new HarnessSetupError(
      `DIAPASON_SEED n'est pas un nombre entier : « ${environment.DIAPASON_SEED} »`,
      'Donnez la graine imprimée par la série à rejouer, ou n’en donnez pas.',
    );
  }
  const challenge = environment[CHALLENGE];
  return { seed, nonce: environment.DIAPASON_NONCE, ...(challenge ? { challenge } : {}) };
}
