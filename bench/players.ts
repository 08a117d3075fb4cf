import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Envelope } from '@cucumber/messages';
import { runNode } from '../cli/child.ts';
import { inProject, ROOT } from '../cli/root.ts';
import type { Sample } from './samples.ts';

/** Who plays the journeys. */
export type Player = 'nu' | 'pilote' | 'cucumber' | 'playwright' | 'playwright-preuves';

/** One play to make. */
export interface Order {
  readonly player: Player;
  readonly workers: number;
  /** For each worker, the one that warms up included. */
  readonly journeys: number;
  /** What the processes are started with besides. */
  readonly environment?: Readonly<Record<string, string>>;
}

/** A play made: its journeys, and when it was ordered. */
export interface BenchPlay {
  readonly orderedAt: number;
  readonly samples: readonly Sample[];
}

/** Someone pressed Ctrl-C. */
export class Interrupted extends Error {}

/** As many as the feature's tables have rows. */
export const MOST_JOURNEYS = 48;

const OUT = inProject('reports/out/bench');
const TAGS: Readonly<Record<string, string>> = { 'playwright-preuves': '@EX-0.91' };
const MEASURED = '@EX-9.01';

/** Generates the specs of the bench's feature for Playwright. */
export async function prepare(): Promise<void> {
  rmSync(OUT, { recursive: true, force: true });
  mkdirSync(OUT, { recursive: true });
  await node(['node_modules/playwright-bdd/dist/cli/index.js', '--config', 'bench/playwright.config.ts'], {});
}

/** Plays, and returns every journey. @throws Error when the play fails: a failed journey measures nothing */
export async function play(order: Order): Promise<BenchPlay> {
  const orderedAt = Date.now();
  const samples = await samplesOf(order);
  const wanted = order.journeys * order.workers;
  if (samples.length !== wanted || samples.some(({ ok }) => !ok)) {
    const passed = samples.filter(({ ok }) => ok).length;
    throw new Error(`${order.player} : ${passed} parcours réussis sur ${wanted}.`);
  }
  return { orderedAt, samples };
}

function samplesOf(order: Order): Promise<Sample[]> {
  if (order.player === 'nu') return byHand('bench/bare.ts', order);
  if (order.player === 'pilote') return byHand('bench/driver.ts', order);
  if (order.player === 'cucumber') return underCucumber(order);
  return underPlaywright(order);
}

/** A process for each worker, all at once. */
async function byHand(script: string, { workers, journeys, environment = {} }: Order): Promise<Sample[]> {
  const numbers = Array.from({ length: workers }, (_, index) => String(index));
  const outputs = await Promise.all(numbers.map(() => node([script, String(journeys)], environment)));
  return outputs.flatMap((output, worker) =>
    linesOf<Omit<Sample, 'worker'>>(output).map((sample) => ({ ...sample, worker: String(worker) })),
  );
}

async function underPlaywright({ player, workers, journeys, environment }: Order): Promise<Sample[]> {
  const journal = join(OUT, 'journal.ndjson');
  rmSync(journal, { force: true });
  const cli = 'node_modules/@playwright/test/cli.js';
  const chosen = numbered(journeys * workers).join('|');
  const tag = TAGS[player] ?? MEASURED;
  // Playwright matches « project file title tags », in this order.
  const grep = `Parcours .*\\b(${chosen})\\b.*${tag.replace('.', '\\.')}\\b`;
  await node([cli, 'test', '--config', 'bench/playwright.config.ts', '--grep', grep], {
    ...environment,
    DIAPASON_OUT: OUT,
    DIAPASON_WORKERS: String(workers),
    DIAPASON_BENCH_JOURNAL: journal,
  });
  return existsSync(journal) ? linesOf<Sample>(readFileSync(journal, 'utf8')) : [];
}

async function underCucumber({ workers, journeys, environment = {} }: Order): Promise<Sample[]> {
  const messages = join(OUT, 'cucumber/messages.ndjson');
  rmSync(messages, { force: true });
  const cli = 'node_modules/@cucumber/cucumber/bin/cucumber.js';
  const chosen = ['--tags', MEASURED, '--name', `^Parcours (${numbered(journeys * workers).join('|')})$`];
  const parallel = workers === 1 ? [] : ['--parallel', String(workers)];
  await node([cli, '--config', profile(), ...parallel, ...chosen, 'bench/features'], environment);
  return existsSync(messages) ? told(linesOf<Envelope>(readFileSync(messages, 'utf8'))) : [];
}

/** The suite's own profile, formatters included, writing where the bench does. Returns its path. */
function profile(): string {
  const path = join('reports/out/bench', 'cucumber.json');
  const suite = readFileSync(inProject('cucumber.json'), 'utf8');
  mkdirSync(join(OUT, 'cucumber'), { recursive: true });
  writeFileSync(inProject(path), suite.replaceAll('reports/out/cucumber', 'reports/out/bench/cucumber'));
  return path;
}

/** The journeys that cucumber's messages tell. */
function told(envelopes: readonly Envelope[]): Sample[] {
  const started = new Map(
    envelopes.flatMap(({ testCaseStarted: start }) => (start === undefined ? [] : [[start.id, start]])),
  );
  const failed = new Set(
    envelopes.flatMap(({ testStepFinished: step }) =>
      step === undefined || step.testStepResult.status === 'PASSED' ? [] : [step.testCaseStartedId],
    ),
  );
  return envelopes.flatMap(({ testCaseFinished: end }) => {
    const start = started.get(end?.testCaseStartedId ?? '');
    if (end === undefined || start === undefined) return [];
    const startedAt = msOf(start.timestamp);
    const durationMs = msOf(end.timestamp) - startedAt;
    return [{ worker: start.workerId ?? '0', startedAt, durationMs, ok: !failed.has(start.id) }];
  });
}

function msOf({ seconds, nanos }: { seconds: number; nanos: number }): number {
  return seconds * 1_000 + nanos / 1_000_000;
}

/** The first rows of the feature's tables: 01, 02, … */
function numbered(count: number): string[] {
  return Array.from({ length: count }, (_, index) => String(index + 1).padStart(2, '0'));
}

function linesOf<T>(output: string): T[] {
  return output
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as T);
}

/** Runs a script quietly and returns what it said. @throws Error with its last lines when it fails */
async function node(args: readonly string[], environment: Readonly<Record<string, string>>): Promise<string> {
  let output = '';
  const { code, interrupted } = await runNode(args, {
    environment,
    onOutput: (text) => {
      output += text;
    },
  });
  if (interrupted) throw new Interrupted('Mesure interrompue.');
  if (code === 0) return output;
  const last = output.trimEnd().split('\n').slice(-15).join('\n');
  throw new Error(`${args[0]} a échoué (code ${code}, dans ${ROOT}) :\n${last}`);
}
