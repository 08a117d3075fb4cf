import { mkdirSync, writeFileSync } from 'node:fs';
import type { Catalogue } from '../../reports/catalogue.ts';
import { outOfDate, recordCommand, shortfalls } from '../../reports/power/comparison.ts';
import type { Diagnosis, Kind, Mode } from '../../reports/power/diagnosis.ts';
import { matrixOf } from '../../reports/power/matrix.ts';
import { matrixPage } from '../../reports/power/matrix-page.ts';
import { POWER_FILE, recordedOf, renewed } from '../../reports/power/record.ts';
import { inOut, inProject, POWER_FOLDER, shownPath } from '../root.ts';
import { recordNow } from './record-now.ts';

/** The share that must be judged rightly: changes made by rule may be beyond what a user can see. */
const WANTED: Readonly<Record<Kind, number>> = { defects: 1, blind: 0.95, sentinels: 1, variants: 1 };

/** A campaign that was played to its end. */
export interface Concluded {
  readonly kind: Kind;
  readonly mode: Mode;
  readonly catalogue: Catalogue;
  readonly diagnoses: readonly Diagnosis[];
  /** Only some of its subjects were played. */
  readonly partial: boolean;
  readonly record: boolean;
}

/** Compares a campaign with the committed figures, or renews them; returns the exit code. */
export function conclude({ kind, mode, catalogue, diagnoses, partial, record }: Concluded): number {
  const path = inProject(POWER_FILE);
  const before = recordNow();
  const measured = recordedOf(kind, mode, catalogue, diagnoses);
  const { right, total, disproved } = measured.figures;
  const enough = right >= WANTED[kind] * total && disproved === 0;
  const untried = diagnoses.filter(({ trouble }) => trouble !== undefined);
  if (record && untried.length > 0) {
    process.stdout.write(
      `✗ Rien n'est enregistré : ${untried.length} sur ${diagnoses.length} n'ont pas été jugés. Relancez la même commande.\n`,
    );
    return 1;
  }
  if (record) {
    writeFileSync(path, renewed(before, kind, mode, measured));
    process.stdout.write(`Chiffres enregistrés : ${POWER_FILE}\n`);
    return enough ? 0 : 1;
  }
  const short = shortfalls({ kind, mode, recorded: before[kind]?.[mode], measured, partial });
  for (const reason of short) process.stdout.write(`✗ ${reason}\n`);
  if (short.length > 0) {
    process.stdout.write(
      `  → Si c'est voulu, « ${recordCommand(kind, mode)} » met ${POWER_FILE} à jour : livrez-le avec ce qui le change.\n`,
    );
  }
  const old = outOfDate(before, measured.rules);
  if (short.length === 0 && old.length > 0) {
    process.stdout.write(
      `Chiffres d'une autre version des règles, à renouveler : ${old.map((each) => `« ${each} »`).join(', ')}.\n`,
    );
  }
  return enough && short.length === 0 ? 0 : 1;
}

/** Writes the matrix for programs and for people. */
export function writeMatrix(
  kind: Kind,
  mode: Mode,
  { requirements }: Catalogue,
  diagnoses: readonly Diagnosis[],
): void {
  const matrix = matrixOf(
    kind,
    mode,
    requirements.map(({ id }) => id),
    diagnoses,
  );
  // Sentinels and variants are only ever judged by the whole suite.
  const isFull = mode === 'full' && (kind === 'defects' || kind === 'blind');
  const name = ['matrix', ...(kind === 'defects' ? [] : [kind]), ...(isFull ? [mode] : [])].join('-');
  const page = inOut(POWER_FOLDER, `${name}.html`);
  mkdirSync(inOut(POWER_FOLDER), { recursive: true });
  writeFileSync(inOut(POWER_FOLDER, `${name}.json`), `${JSON.stringify(matrix, undefined, 2)}\n`);
  writeFileSync(page, matrixPage(matrix));
  process.stdout.write(`Matrice : ${shownPath(page)}\n`);
}
