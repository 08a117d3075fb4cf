import { POWER_FILE, type PowerRecord, readRecord } from '../../reports/power/record.ts';
import { HarnessSetupError } from '../../support/setup-error.ts';
import { inProject } from '../root.ts';

/** Returns the committed figures. @throws HarnessSetupError when their file can't be read */
export function recordNow(): PowerRecord {
  try {
    return readRecord(inProject(POWER_FILE));
  } catch (error) {
    throw new HarnessSetupError(
      (error as Error).message,
      'Un conflit de fusion y est peut-être resté : « git checkout -- reports/power.json ».',
    );
  }
}
