import { resolve } from 'node:path';
import { ACCOUNTS_FILE, listAccountsIn } from '../accounts.ts';
import { changeBetween, versionOf } from '../portal-version.ts';
import { cleanUpPortal, resetPortal } from '../run-hooks.ts';
import { HarnessSetupError } from '../setup-error.ts';
import { endingSoon } from '../target/guard.ts';
import type { Target } from '../target/target.ts';

/** Set by `diapason run` for the runners it starts: what is done once around a run is its own affair. */
export const IN_RUN = 'DIAPASON_RUN';

/** The version read before the first scenario, for whoever reads it again after the last. */
const VERSION = 'DIAPASON_VERSION_AVANT';

/**
 * What a declared portal is owed once, before a runner that a person started by hand plays anything.
 * @throws HarnessSetupError when the target's own hooks fail
 */
export async function beginOnce(target: Target): Promise<void> {
  if (process.env[IN_RUN] !== undefined || target.url === undefined) return;
  const ending = endingSoon(target.authorised);
  if (ending !== undefined) process.stderr.write(`⚠ ${ending}\n`);
  listAccountsIn(resolve(process.env.DIAPASON_OUT ?? 'reports/out', ACCOUNTS_FILE));
  await resetPortal(target);
  const version = await versionOf(target);
  if (version !== undefined) process.env[VERSION] = version;
}

/**
 * What it is owed once, when everything has been played.
 * @throws HarnessSetupError when the target's own hooks fail, or the portal changed meanwhile
 */
export async function endOnce(target: Target): Promise<void> {
  if (process.env[IN_RUN] !== undefined || target.url === undefined) return;
  await cleanUpPortal(target);
  const change = changeBetween(process.env[VERSION], await versionOf(target));
  if (change !== undefined)
    throw new HarnessSetupError(change, 'Rejouez la suite quand le portail ne change plus.');
}
