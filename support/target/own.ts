import { errors } from '@playwright/test';
import { goneIn, PortalLost } from '../portal-lost.ts';

/**
 * Runs a function of the target file. What it throws is the harness's trouble, and says whose function it was: a
 * target that can't be driven as its file says proves nothing of the portal.
 */
export async function own<T>(name: string, call: () => Promise<T> | T): Promise<T> {
  try {
    return await call();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const gone = goneIn(reason);
    if (gone !== undefined) throw new PortalLost(gone);
    const late =
      error instanceof errors.TimeoutError ? ' n’a pas trouvé à temps ce qu’elle cherche' : ' a échoué';
    throw new Error(`La fonction « ${name} » du fichier cible${late} : ${reason}`, { cause: error });
  }
}
