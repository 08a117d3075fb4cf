import { join, resolve } from 'node:path';
import type { Dossier } from '../reports/dossier/dossier.ts';
import { type FormatName, USUAL_FORMATS } from '../reports/formats/names.ts';
import { typeset } from '../reports/typography.ts';
import { handOf, type SigningOptions } from './dossier/hand.ts';
import { DOSSIER_FOLDER, dossierAt } from './dossier/make.ts';
import { saidInFrench } from './dossier/refused.ts';
import { inOut, shownPath } from './root.ts';

/** What a person may ask of a report. */
export interface ReportOptions extends SigningOptions {
  readonly out?: string;
  /** For other tools, beside the usual ones; the dossier holds them, and answers for them. */
  readonly format?: readonly FormatName[];
}

/** Makes one dossier of the reports of one run, or of all its shards; says where it is, and returns its verdict's code. */
export async function report(given: readonly string[], options: ReportOptions = {}): Promise<number> {
  const folders = given.length === 0 ? [inOut()] : given.map((folder) => resolve(folder));
  const folder = resolve(options.out ?? join(folders[0] ?? inOut(), DOSSIER_FOLDER));
  const formats = [...new Set([...USUAL_FORMATS, ...(options.format ?? [])])];
  const dossier = await saidInFrench(() => dossierAt(folder, folders, { hand: handOf(options), formats }));
  process.stdout.write(`${typeset(told(dossier, folder).join('\n'))}\n`);
  return dossier.verdict.code;
}

function told({ verdict, signers, evidence }: Dossier, folder: string): string[] {
  const by = signers.map(({ keyid, role }) => `${role}, clé ${keyid.slice(0, 16)}…`);
  return [
    `Dossier : ${shownPath(folder)} (${evidence.length} pièce${evidence.length > 1 ? 's' : ''})`,
    by.length === 0 ? 'Non signé : « diapason report --key » le signe.' : `Signé : ${by.join(' ; ')}`,
    ...verdict.doubts,
    `VERDICT : ${verdict.label}`,
  ];
}
