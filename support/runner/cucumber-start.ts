import { isMainThread } from 'node:worker_threads';
import { HARNESS_ERROR_EXIT_CODE } from '../setup-error.ts';
import { chosenTarget } from './chosen.ts';
import { endOnce } from './once.ts';
import { explained, startOrExit } from './start.ts';

// With --parallel, cucumber-js loads support code in each worker thread too: the main one has passed the gate.
if (isMainThread) {
  await startOrExit(process.cwd());
  // cucumber-js has hooks for each worker, and none around them all; it leaves the process to end by itself.
  process.once('beforeExit', async () => {
    await endOnce(await chosenTarget()).catch((error: unknown) => {
      process.stderr.write(`\n${explained(error)}\n`);
      process.exitCode = HARNESS_ERROR_EXIT_CODE;
    });
  });
}
