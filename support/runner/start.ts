import { diskTroubleIn } from '../disk-trouble.ts';
import { MailboxUnavailable } from '../mailbox/unavailable.ts';
import { HARNESS_ERROR_EXIT_CODE, HarnessSetupError } from '../setup-error.ts';
import { isGenerating, passGate } from '../specification/gate.ts';
import { chosenPortal, chosenTarget } from './chosen.ts';
import { beginOnce } from './once.ts';
import { preflight } from './preflight.ts';
import { processSeeds } from './seeds.ts';
import { workersFor } from './workers.ts';

/**
 * What every run begins with, whichever runner plays it: the seeds, the pre-flight of the target, the gate
 * of the specification. Says in French what stands in the way and ends the process with code 3.
 */
export async function startOrExit(root: string): Promise<void> {
  if (isGenerating()) return;
  process.once('uncaughtException', endInFrench);
  try {
    processSeeds();
    await chosenPortal();
    const target = await chosenTarget();
    workersFor(target);
    await preflight(target);
    passGate(root);
    await beginOnce(target);
  } catch (error) {
    endInFrench(error);
  }
}

/** A runner whose reports can't be written says so by an exception that nothing catches, and would end with code 1. */
function endInFrench(error: unknown): never {
  process.stderr.write(`\n${explained(error)}\n`);
  process.exit(HARNESS_ERROR_EXIT_CODE);
}

/** Says an error in French for a person; a mistake of ours keeps its stack trace, for whoever mends it. */
export function explained(error: unknown): string {
  if (error instanceof HarnessSetupError) return `✗ ${error.message}\n  → ${error.remedy}`;
  if (error instanceof MailboxUnavailable) return `✗ ${error.message}`;
  const trouble = diskTroubleIn(error);
  if (trouble !== undefined)
    return `✗ ${trouble}\n  → Libérez de la place, ou donnez à DIAPASON_OUT un dossier où écrire.`;
  return `✗ Erreur inattendue du banc, qui ne dit rien du portail :\n${error instanceof Error ? error.stack : String(error)}`;
}
