import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ACCOUNTS_FILE } from '../../support/accounts.ts';
import { HarnessSetupError } from '../../support/setup-error.ts';
import { inProject, POWER_FOLDER } from '../root.ts';
import { EFFORT_FILE } from './effort.ts';

/** Bears witness that a folder is ours to empty: `DIAPASON_OUT` may name any. */
const MARK = '.diapason';

/**
 * Empties the folder of the reports; what campaigns remember and how long scenarios take are left there, and the
 * accounts too where a portal keeps them from one run to the next.
 * @throws HarnessSetupError when it holds something else than reports
 */
export function emptyOut(out: string, keepsAccounts: boolean): void {
  const kept = [POWER_FOLDER, EFFORT_FILE, ...(keepsAccounts ? [ACCOUNTS_FILE] : [])];
  const held = existsSync(out) ? readdirSync(out).filter((name) => !kept.includes(name)) : [];
  const isOurs = out === inProject('reports/out') || existsSync(join(out, MARK));
  if (!isOurs && held.length > 0) {
    throw new HarnessSetupError(
      `Le dossier des rapports, ${out}, contient autre chose que des rapports de Diapason.`,
      'Donnez à DIAPASON_OUT un dossier vide ou à créer : il est vidé au début de chaque série.',
    );
  }
  for (const name of held) rmSync(join(out, name), { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  writeFileSync(join(out, MARK), '');
}
