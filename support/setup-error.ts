/**
 * What stops a run before its first scenario: a bad target file, an unreachable portal, a missing browser.
 * Carries what a person needs: what is wrong (`message`) and what to do (`remedy`). Its exit code is 3.
 */
export class HarnessSetupError extends Error {
  override readonly name = 'HarnessSetupError';
  readonly remedy: string;

  constructor(message: string, remedy: string) {
    super(message);
    this.remedy = remedy;
  }
}

/** The exit code of a harness error, at pre-flight or later. */
export const HARNESS_ERROR_EXIT_CODE = 3;
