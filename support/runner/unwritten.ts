import type { Reporter } from '@playwright/test/reporter';
import { diskTroubleIn } from '../disk-trouble.ts';
import { HARNESS_ERROR_EXIT_CODE } from '../setup-error.ts';
import { explained } from './start.ts';

/** Ends a run whose reports could not be written as a harness error: what they tell is cut, and proves nothing. */
export default class Unwritten implements Reporter {
  private trouble: Error | undefined;

  /** Playwright asks: this says something only when there is trouble. */
  printsToStdio(): boolean {
    return false;
  }

  onError({ message = '' }: { message?: string }): void {
    const error = new Error(message);
    if (diskTroubleIn(error) !== undefined) this.trouble ??= error;
  }

  async onExit(): Promise<void> {
    if (this.trouble === undefined) return;
    process.stderr.write(`\n${explained(this.trouble)}\n`);
    process.exit(HARNESS_ERROR_EXIT_CODE);
  }
}
