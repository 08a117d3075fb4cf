import { HarnessSetupError } from '../../support/setup-error.ts';
import { checkAddresses } from '../../support/target/guard.ts';
import { httpUrl } from '../../support/target/schema/shapes.ts';

/** Says in French why a portal can't be at this address; `undefined` where it can, be it with an authorisation. */
export function urlFlaw(url: string): string | undefined {
  const parsed = httpUrl.safeParse(url);
  if (!parsed.success) return 'Une adresse complète, http ou https, est attendue.';
  return refusalOf(url, ANYBODY);
}

/** Returns whether an address is nobody's test bench: somebody must then authorise the accounts that are created there. */
export function mustBeAuthorised(url: string): boolean {
  return refusalOf(url, undefined) !== undefined;
}

/** The real service is refused whoever authorises it. */
const ANYBODY = { by: 'quiconque', until: '9999-12-31' };

function refusalOf(url: string, authorised: typeof ANYBODY | undefined): string | undefined {
  try {
    checkAddresses('à écrire', [{ key: 'url', url }], authorised);
    return undefined;
  } catch (error) {
    if (error instanceof HarnessSetupError) return error.message;
    throw error;
  }
}
