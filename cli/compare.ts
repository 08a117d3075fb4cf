import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type ComparedRun, comparedRun } from '../reports/compare/compared-run.ts';
import { comparisonOf } from '../reports/compare/comparison.ts';
import { comparisonJson } from '../reports/compare/comparison-json.ts';
import { comparisonLines } from '../reports/compare/comparison-lines.ts';
import { comparisonPage } from '../reports/compare/comparison-page.ts';
import { HarnessSetupError } from '../support/setup-error.ts';
import { shownPath } from './root.ts';

/** Where a comparison is written, beside the terminal. */
export interface CompareOptions {
  readonly html?: string;
  readonly json?: string;
}

/** Compares the verdicts of several folders of reports, or dossiers, and returns the exit code. */
export function compare(folders: readonly string[], { html, json }: CompareOptions = {}): number {
  if (folders.length < 2) {
    throw new HarnessSetupError(
      'Une comparaison porte sur deux séries au moins.',
      'Donnez leurs dossiers de rapports, ou leurs dossiers de preuves : diapason compare nuit-1 nuit-2.',
    );
  }
  const comparison = comparisonOf(folders.map(readRun));
  process.stdout.write(`${comparisonLines(comparison).join('\n')}\n`);
  if (html !== undefined) write(html, comparisonPage(comparison));
  if (json !== undefined) write(json, comparisonJson(comparison));
  return 0;
}

function readRun(given: string): ComparedRun {
  const isFolder = statSync(given, { throwIfNoEntry: false })?.isDirectory() === true;
  const path = isFolder ? join(given, 'verdict.json') : given;
  const run = comparedRun(shownPath(resolve(given)), contentOf(path));
  if (run !== undefined) return run;
  throw new HarnessSetupError(
    `Aucun verdict à comparer dans ${shownPath(resolve(path))}.`,
    'Donnez des dossiers où une série a laissé son verdict.json.',
  );
}

function contentOf(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}

function write(path: string, text: string): void {
  try {
    writeFileSync(path, text);
  } catch (error) {
    throw new HarnessSetupError(
      `${shownPath(resolve(path))} ne peut pas être écrit (${(error as NodeJS.ErrnoException).code}).`,
      'Donnez un fichier d’un dossier qui existe, où vous pouvez écrire.',
    );
  }
  process.stdout.write(`Écrit : ${shownPath(resolve(path))}\n`);
}
