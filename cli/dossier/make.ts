import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Dossier } from '../../reports/dossier/dossier.ts';
import { MANIFEST_FILE } from '../../reports/dossier/manifest.ts';
import { type Making, makeDossier } from '../../reports/dossier/write.ts';
import { HarnessSetupError } from '../../support/setup-error.ts';
import { LOCK_FILE } from '../../support/specification/lock.ts';
import { inProject, shownPath } from '../root.ts';
import { writePages } from './write-pages.ts';

/** The name of a dossier, in the folder of the reports that it is made from. */
export const DOSSIER_FOLDER = 'dossier';

/**
 * Makes a dossier in a folder, in the place of the one that may be there already, which stays where none can be made.
 * @throws HarnessSetupError when the folder holds something else, DossierRefusal when no dossier can be made
 */
export async function dossierAt(
  folder: string,
  reports: readonly string[],
  { hand, formats }: Pick<Making, 'hand' | 'formats'> = {},
): Promise<Dossier> {
  refuseOther(folder);
  const unfinished = `${folder}.inachevé`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(dirname(folder), { recursive: true });
  mkdirSync(unfinished);
  try {
    const catalogue = readFileSync(inProject(LOCK_FILE), 'utf8');
    const dossier = await makeDossier(reports, {
      folder: unfinished,
      catalogue,
      hand,
      ...(formats === undefined ? {} : { formats }),
      writePages,
    });
    rmSync(folder, { recursive: true, force: true });
    renameSync(unfinished, folder);
    return dossier;
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
}

function refuseOther(folder: string): void {
  const held = existsSync(folder) ? readdirSync(folder) : [];
  if (held.length === 0 || held.includes(MANIFEST_FILE)) return;
  throw new HarnessSetupError(
    `${shownPath(folder)} contient autre chose qu’un dossier de Diapason.`,
    'Donnez à --out un dossier vide ou à créer.',
  );
}
