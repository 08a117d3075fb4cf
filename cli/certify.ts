import { mkdirSync } from 'node:fs';
import { readPlay } from '../reports/messages.ts';
import { HARNESS_ERROR_EXIT_CODE } from '../support/setup-error.ts';
import { cucumberMessages, isCertified, playUnderCucumber } from './certified.ts';
import { onPortal } from './on-portal.ts';
import { inOut } from './root.ts';
import { checkedShard, levelsOf } from './run/selection.ts';

/** Which portal is certified, and for which levels: those of a whole run, unless told otherwise. */
export interface CertifyOptions {
  readonly portal: string;
  readonly level?: readonly string[];
  /** « 1/3 »: a part of the scenarios only. */
  readonly shard?: string;
}

/**
 * Plays the suite under cucumber-js alone on a portal that we ship, with its target file, and demands that nothing is
 * held against it. Returns the exit code.
 */
export function certify({ portal, level, shard }: CertifyOptions): Promise<number> {
  const scope = { levels: levelsOf(level), shard: shard === undefined ? undefined : checkedShard(shard) };
  return onPortal(portal, async () => {
    mkdirSync(inOut('cucumber'), { recursive: true });
    const { interrupted, code } = await playUnderCucumber(scope);
    if (interrupted || code === HARNESS_ERROR_EXIT_CODE) return code;
    return (await isCertified('cucumber-js', await readPlay(cucumberMessages()), scope)) ? 0 : 1;
  });
}
