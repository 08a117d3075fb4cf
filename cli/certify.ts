import { mkdirSync } from 'node:fs';
import { readPlay } from '../reports/messages.ts';
import { HARNESS_ERROR_EXIT_CODE } from '../support/setup-error.ts';
import { cucumberMessages, isCertified, playUnderCucumber } from './certified.ts';
import { onPortal } from './on-portal.ts';
import { inOut } from './root.ts';
import { levelsOf } from './run/selection.ts';

/** Which portal is certified, and for which levels: those of a whole run, unless told otherwise. */
export interface CertifyOptions {
  readonly portal: string;
  readonly level?: readonly string[];
}

/**
 * Plays the suite under cucumber-js alone on a portal that we ship, with its target file, and demands that nothing is
 * held against it. Returns the exit code.
 */
export function certify({ portal, level }: CertifyOptions): Promise<number> {
  const levels = levelsOf(level);
  return onPortal(portal, async () => {
    mkdirSync(inOut('cucumber'), { recursive: true });
    const { interrupted, code } = await playUnderCucumber(levels);
    if (interrupted || code === HARNESS_ERROR_EXIT_CODE) return code;
    return (await isCertified('cucumber-js', await readPlay(cucumberMessages()), levels)) ? 0 : 1;
  });
}
