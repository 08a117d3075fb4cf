import { DossierRefusal } from '../../reports/dossier/refusal.ts';
import { HarnessSetupError } from '../../support/setup-error.ts';

/** Does something with dossiers; what they refuse is said to a person as any other refusal is. */
export async function saidInFrench<T>(action: () => T | Promise<T>): Promise<T> {
  try {
    return await action();
  } catch (error) {
    if (error instanceof DossierRefusal) throw new HarnessSetupError(error.message, error.remedy);
    throw error;
  }
}
