import { HARNESS_ERROR_EXIT_CODE } from '../setup-error.ts';
import { chosenTarget } from './chosen.ts';
import { endOnce } from './once.ts';
import { explained } from './start.ts';

/** Playwright calls this once, in the process that started the workers, when they have all ended. */
export default async function teardown(): Promise<void> {
  try {
    await endOnce(await chosenTarget());
  } catch (error) {
    process.stderr.write(`\n${explained(error)}\n`);
    process.exitCode = HARNESS_ERROR_EXIT_CODE;
    throw error;
  }
}
