import { mkdirSync } from 'node:fs';
import { readPlay } from '../reports/messages.ts';
import { HARNESS_ERROR_EXIT_CODE } from '../support/setup-error.ts';
import { cucumberMessages, isCertified, playUnderCucumber } from './certified.ts';
import { onPortal } from './on-portal.ts';
import { inOut } from './root.ts';

/**
 * Plays the suite under cucumber-js alone on a portal that we ship, with its target file, and demands that nothing is
 * held against it. Returns the exit code.
 */
export function certify({ portal }: { readonly portal: string }): Promise<number> {
  return onPortal(portal, async () => {
    mkdirSync(inOut('cucumber'), { recursive: true });
    const { interrupted, code } = await playUnderCucumber();
    if (interrupted || code === HARNESS_ERROR_EXIT_CODE) return code;
    return (await isCertified('cucumber-js', await readPlay(cucumberMessages()))) ? 0 : 1;
  });
}
