import { mkdirSync, writeFileSync } from 'node:fs';
import { Command, InvalidArgumentError, Option } from 'commander';
import { inProject } from '../cli/root.ts';
import { OURS } from '../support/mailbox/choice.ts';
import { processSeeds } from '../support/runner/seeds.ts';
import { LINES, type Line } from './lines.ts';
import { mailboxBench } from './mailbox.ts';
import { type BenchPlay, Interrupted, MOST_JOURNEYS, play, prepare } from './players.ts';
import { machineFacts, resultTable } from './report.ts';
import { ENOUGH, type Measured, type Result, resultsOf } from './results.ts';
import { deltasOf, median } from './samples.ts';

interface Options {
  readonly rounds: number;
  readonly journeys: number;
  readonly only?: readonly string[];
  readonly enforce?: boolean;
  readonly mailbox?: boolean;
}

/** Plays every line in each round, so that whatever slows the machine down slows them all; returns the exit code. */
async function bench({ rounds, journeys, only, enforce = false }: Options): Promise<number> {
  const lines = LINES.filter(({ name }) => only === undefined || only.includes(name));
  const machine = await machineFacts();
  // The bare script knows only the embedded portal, sound and without traces: so must the others.
  Object.assign(process.env, { TARGET: '', DIAPASON_DEFECT: '', DIAPASON_MAILBOX: OURS });
  delete process.env.DIAPASON_REPLAY;
  // All lines draw their persons from the same seed.
  const seeds = processSeeds();
  say(`Graine ${seeds.seed}, charge de la machine avant la mesure : ${machine.loadBefore.toFixed(2)}`);
  if ((journeys - 1) * rounds < ENOUGH)
    say(`Moins de ${ENOUGH} parcours par ligne : mesure indicative, rien n’est jugé.`);
  if (machine.loadBefore > machine.cores / 2) say('La machine est déjà occupée : mesure à refaire au calme.');
  await prepare();
  const measured = await playRounds(lines, { rounds, journeys });
  const results = resultsOf(measured);
  const missed = results.filter(({ reached }) => reached === false);
  const date = new Date().toISOString();
  write({ date, machine, seed: seeds.seed, options: { rounds, journeys }, results });
  say(`\n${resultTable(results)}\n`);
  say('Temps d’un parcours : de son début au début du suivant. Le premier de chaque worker est écarté.');
  say('Détail et relevés : reports/out/bench.json');
  return enforce && missed.length > 0 ? 1 : 0;
}

async function playRounds(
  lines: readonly Line[],
  { rounds, journeys }: Pick<Options, 'rounds' | 'journeys'>,
): Promise<Measured[]> {
  const measured = lines.map((line) => ({ line, plays: [] as BenchPlay[] }));
  for (let round = 1; round <= rounds; round += 1) {
    for (const { line, plays } of measured) {
      const made = await play({ player: line.player, workers: line.workers, journeys });
      plays.push(made);
      const middle = median(deltasOf(made.samples)).toFixed(0);
      say(`tour ${round}/${rounds} — ${line.label}, ${line.workers} worker(s) : ${middle} ms`);
    }
  }
  return measured;
}

function write(report: { readonly results: readonly Result[]; readonly [fact: string]: unknown }): void {
  mkdirSync(inProject('reports/out'), { recursive: true });
  writeFileSync(inProject('reports/out/bench.json'), `${JSON.stringify(report, undefined, 2)}\n`);
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

function wholeNumber(least: number, most = Number.MAX_SAFE_INTEGER): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (Number.isInteger(value) && value >= least && value <= most) return value;
    throw new InvalidArgumentError(`attendu : un nombre entier de ${least} à ${most}.`);
  };
}

const mostWorkers = Math.max(...LINES.map(({ workers }) => workers));
const command = new Command('bench')
  .description(
    'Compare le temps d’un même parcours : Playwright nu, le pilote seul, et la suite sous chaque lanceur.',
  )
  .addOption(new Option('--rounds <n>', 'tours').argParser(wholeNumber(1)).default(3))
  .addOption(
    new Option('--journeys <n>', 'parcours par worker et par tour, celui d’échauffement compris')
      .argParser(wholeNumber(2, MOST_JOURNEYS / mostWorkers))
      .default(12),
  )
  .addOption(new Option('--only <noms...>', 'seulement ces lignes').choices(LINES.map(({ name }) => name)))
  .option('--enforce', 'échoue aussi quand un rapport dépasse ce qui est visé')
  .option('--mailbox', 'mesure à la place l’attente d’un courriel, sur chacune des boîtes')
  .action(async (options: Options) => {
    if (options.mailbox) await mailboxBench(say);
    else process.exitCode = await bench(options);
  });

try {
  await command.parseAsync();
} catch (error) {
  process.stderr.write(`\n✗ ${(error as Error).message}\n`);
  process.exitCode = error instanceof Interrupted ? 130 : 1;
}
