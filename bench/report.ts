import { readFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, platform, release, totalmem } from 'node:os';
import { chromium } from '@playwright/test';
import { inProject } from '../cli/root.ts';
import { browserLaunch } from '../support/runner/browser.ts';
import type { Result } from './results.ts';

/** On what the measure was made. */
export interface Machine {
  readonly cores: number;
  readonly processor: string;
  readonly memoryGiB: number;
  readonly system: string;
  readonly node: string;
  readonly browser: string;
  readonly packages: Readonly<Record<string, string>>;
  /** Processes that wanted a core during the minute before: on a quiet machine, near 0. */
  readonly loadBefore: number;
}

const PACKAGES = ['@playwright/test', 'playwright-bdd', '@cucumber/cucumber', 'allure-playwright'];

/** Returns the facts of this machine, before it is loaded. */
export async function machineFacts(): Promise<Machine> {
  const launch = browserLaunch();
  const browser = await chromium.launch(launch);
  const version = browser.version();
  await browser.close();
  return {
    cores: availableParallelism(),
    processor: cpus()[0]?.model ?? 'inconnu',
    memoryGiB: Math.round((totalmem() / 2 ** 30) * 10) / 10,
    system: `${platform()} ${release()}`,
    node: process.version,
    browser: `${launch.executablePath} ${version}`,
    packages: Object.fromEntries(PACKAGES.map((name) => [name, installed(name)])),
    loadBefore: loadavg()[0] ?? 0,
  };
}

function installed(name: string): string {
  const path = inProject('node_modules', name, 'package.json');
  return (JSON.parse(readFileSync(path, 'utf8')) as { version: string }).version;
}

/** Returns the results as a French table for a terminal. */
export function resultTable(results: readonly Result[]): string {
  const titles = ['Ligne', 'Workers', 'Parcours', 'Médiane', 'p95', 'Rapport au nu', 'Par tour'];
  const rows = results.map((result) => [
    result.label,
    String(result.workers),
    String(result.journeys),
    `${result.median.toFixed(0)} ms`,
    `${result.p95.toFixed(0)} ms`,
    result.ratio === undefined ? '—' : ratioText(result.ratio),
    spreadOf(result.ratios ?? []),
    `${(result.startUp / 1_000).toFixed(1).replace('.', ',')} s`,
    result.aim === undefined ? '—' : `≤ ${ratioText(result.aim)}`,
    outcomeOf(result),
  ]);
  return alignedTable([[...titles, 'Démarrage', 'Visé', 'Atteint'], ...rows]);
}

/** Returns rows as text: the first column to the left, the others to the right. */
export function alignedTable(rows: ReadonlyArray<readonly string[]>): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]): string =>
    row
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  ');
  const [head = [], ...body] = rows;
  return [line(head), widths.map((width) => '─'.repeat(width)).join('──'), ...body.map(line)].join('\n');
}

function spreadOf(ratios: readonly number[]): string {
  if (ratios.length < 2) return '—';
  return `${ratioText(Math.min(...ratios))} à ${ratioText(Math.max(...ratios))}`;
}

function outcomeOf({ aim, reached }: Result): string {
  if (reached === undefined) return aim === undefined ? '—' : 'non jugé';
  return reached ? 'oui' : 'non';
}

function ratioText(ratio: number): string {
  return ratio.toFixed(2).replace('.', ',');
}
