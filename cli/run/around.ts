import { changeBetween, versionOf } from '../../support/portal-version.ts';
import { cleanUpPortal, resetPortal } from '../../support/run-hooks.ts';
import { HarnessSetupError } from '../../support/setup-error.ts';
import type { Target } from '../../support/target/target.ts';

/** What was found out around the plays. */
export interface Around {
  /** The version that the portal said it was, before and after, where the target says how to read it. */
  readonly version?: { readonly before: string | undefined; readonly after: string | undefined };
  /** What broke, in French. */
  readonly problems: readonly string[];
  /** Why the plays can't be concluded from, in French. */
  readonly doubts: readonly string[];
}

/**
 * Prepares a declared portal: it must be there, it is made as new, and says its version. Returns what ends the run.
 * @throws HarnessSetupError or MailboxUnavailable when nothing can be played
 */
export async function beginRun(target: Target): Promise<() => Promise<Around>> {
  if (target.url === undefined) return async () => ({ problems: [], doubts: [] });
  const { preflight } = await import('../../support/runner/preflight.ts');
  await preflight(target);
  await resetPortal(target);
  const before = await versionOf(target);
  return () => endRun(target, before);
}

async function endRun(target: Target, before: string | undefined): Promise<Around> {
  const doubts: string[] = [];
  const after = await versionOf(target).catch((error: Error) => {
    doubts.push(`${error.message} Rien ne dit que le portail est resté le même.`);
    return before;
  });
  const change = changeBetween(before, after);
  if (change !== undefined) doubts.push(change);
  const problem = await cleanUpPortal(target).then(
    () => undefined,
    (error: Error) =>
      error instanceof HarnessSetupError ? `${error.message} ${error.remedy}` : error.message,
  );
  return {
    ...(target.versionProbe === undefined ? {} : { version: { before, after } }),
    problems: problem === undefined ? [] : [problem],
    doubts,
  };
}
