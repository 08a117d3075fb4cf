import { join } from 'node:path';
import { typeset } from '../../reports/typography.ts';
import { shownPath } from '../root.ts';
import { DOSSIER_FOLDER, dossierAt } from './make.ts';
import { saidInFrench } from './refused.ts';

/** Makes the dossier of the run that has just ended; returns where it is, in French. A shard alone makes none. */
export async function leaveDossier(out: string, shard: string | undefined): Promise<string> {
  if (shard !== undefined)
    return typeset('  Dossier : « diapason report », avec les dossiers de rapports de toutes les tranches');
  const folder = join(out, DOSSIER_FOLDER);
  await saidInFrench(() => dossierAt(folder, [out]));
  return typeset(`  Dossier, à signer par « diapason report --key » : ${shownPath(folder)}`);
}
