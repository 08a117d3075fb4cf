import { MailboxUnavailable } from '../mailbox/unavailable.ts';
import { HARNESS_ERROR_EXIT_CODE, HarnessSetupError } from '../setup-error.ts';
import { isGenerating, passGate } from '../specification/gate.ts';
import { chosenAlterations, chosenTarget } from './chosen.ts';
import { preflight } from './preflight.ts';
import { processSeeds } from './seeds.ts';

/**
 * What every run begins with, whichever runner plays it: the seeds, the pre-flight of the target, the gate
 * of the specification. Says in French what stands in the way and ends the process with code 3.
 */
export async function startOrExit(root: string): Promise<void> {
  if (isGenerating()) return;
  try {
    processSeeds();
    await chosenAlterations();
    await preflight(await chosenTarget());
    passGate(root);
  } catch (error) {
    process.stderr.write(`\n${explained(error)}\n`);
    process.exit(HARNESS_ERROR_EXIT_CODE);
  }
}

/** Says an error in French for a person; one that is not meant for people is passed on as it is. */
export function explained(error: unknown): string {
  if (error instanceof HarnessSetupError) return `✗ ${error.message}\n  → ${error.remedy}`;
  if (error instanceof MailboxUnavailable) return `✗ ${error.message}`;
  throw error;
}
