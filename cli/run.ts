import { copyFileSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCatalogue } from '../reports/catalogue.ts';
import { type Play, readPlay } from '../reports/messages.ts';
import { powerCitation } from '../reports/power/citation.ts';
import { POWER_FILE, readRecord } from '../reports/power/record.ts';
import { summaryOf } from '../reports/summary.ts';
import { type RunVerdict, verdict } from '../reports/verdict.ts';
import { mailboxUrlOf } from '../support/mailbox/of-target.ts';
import { chosenTarget } from '../support/runner/chosen.ts';
import { processSeeds } from '../support/runner/seeds.ts';
import { HARNESS_ERROR_EXIT_CODE, HarnessSetupError } from '../support/setup-error.ts';
import { LOCK_FILE } from '../support/specification/lock.ts';
import type { Target } from '../support/target/target.ts';
import { generateAllure } from './allure.ts';
import { runNode } from './child.ts';
import { inOut, inProject, POWER_FOLDER, shownPath } from './root.ts';
import { viewOf } from './target-view.ts';
import { isWaited, prepareToWait, waitAnnounced, withoutWaited } from './wait-expiry.ts';

/** What a person may ask of a run. */
export interface RunOptions {
  readonly target?: string;
  /** Only the rules with these ids. */
  readonly requirement?: readonly string[];
  readonly workers?: string;
  /** Awaits the end of a link's validity for real, where the target has no clock. */
  readonly waitExpiry?: boolean;
  /** One part of the suite among several, « 1/3 », to be put together again by `diapason verdict`. */
  readonly shard?: string;
}

const PLAYWRIGHT = 'node_modules/@playwright/test/cli.js';

/** Plays the suite, replays once with a trace what failed, prints the summary, and returns the exit code. */
export async function run(options: RunOptions): Promise<number> {
  if (options.target !== undefined) process.env.TARGET = options.target;
  if (options.workers !== undefined) process.env.DIAPASON_WORKERS = options.workers;
  const started = Date.now();
  const selection = selectionOf(options);
  const target = await chosenTarget();
  if (options.waitExpiry) prepareToWait(target, options.requirement);
  const seeds = processSeeds();
  const out = inOut();
  emptyOut(out);
  process.stdout.write(`Cible : ${target.name} — graine ${seeds.seed}, tirage ${seeds.nonce}\n\n`);
  if (options.waitExpiry) process.stdout.write(`${waitAnnounced(target)}\n\n`);

  const first = await play(selection, {});
  if (first.interrupted) return interrupted();
  const isStillborn = first.code === HARNESS_ERROR_EXIT_CODE || !existsSync(join(out, 'messages.ndjson'));
  if (isStillborn) return stillborn(first.code);
  const plays = [await readPlay(join(out, 'messages.ndjson'))];
  const replayed = await replay(out, plays);
  if (replayed === 'interrupted') return interrupted();
  const judged = withProofs(judge(target, options, plays), out);
  const allure = await generateAllure(out);
  process.stdout.write(`\n${summary(judged, target, seeds, { started, allure, shard: options.shard })}\n`);
  // Last: a full disk takes nothing from what a person reads.
  const kept = { ...judged, power: citation() };
  writeFileSync(join(out, 'verdict.json'), `${JSON.stringify(kept, undefined, 2)}\n`);
  return judged.code;
}

/** Bears witness that a folder is ours to empty: `DIAPASON_OUT` may name any. */
const MARK = '.diapason';

function emptyOut(out: string): void {
  const held = existsSync(out) ? readdirSync(out).filter((name) => name !== POWER_FOLDER) : [];
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

function selectionOf({ requirement, shard }: RunOptions): string[] {
  return [
    ...(requirement === undefined ? [] : ['--grep', requirement.map((id) => `@${id}\\b`).join('|')]),
    ...(shard === undefined ? [] : [`--shard=${checkedShard(shard)}`]),
  ];
}

/** Playwright plays nothing for « 0/2 » and says that all went well. */
function checkedShard(shard: string): string {
  const [, rank, total] = /^([1-9]\d*)\/([1-9]\d*)$/.exec(shard) ?? [];
  if (Number(rank) <= Number(total)) return shard;
  throw new HarnessSetupError(
    `« ${shard} » n'est pas une tranche de la suite.`,
    'Donnez son rang et leur nombre, par exemple --shard 1/3.',
  );
}

function play(args: readonly string[], environment: Record<string, string>) {
  return runNode([PLAYWRIGHT, 'test', ...args], { environment });
}

/** Plays again, with a trace, what did not pass; adds the second play to the first. */
async function replay(out: string, plays: Play[]): Promise<'none' | 'done' | 'interrupted'> {
  const failed = plays[0]?.scenarios.some((scenario) => scenario.status !== 'PASSED' && !isWaited(scenario));
  const lastRun = join(out, 'artefacts/.last-run.json');
  if (!failed || !existsSync(lastRun)) return 'none';
  process.stdout.write('\nCe qui n’a pas réussi est rejoué une fois, avec une trace.\n');
  mkdirSync(join(out, 'rejeu/artefacts'), { recursive: true });
  copyFileSync(lastRun, join(out, 'rejeu/artefacts/.last-run.json'));
  // A new draw: a portal that keeps its data has seen the first one's addresses and numbers.
  const environment = { DIAPASON_REPLAY: '1', DIAPASON_NONCE: `${process.env.DIAPASON_NONCE}-rejeu` };
  const { interrupted: stopped } = await play(['--last-failed', ...withoutWaited()], environment);
  if (stopped) return 'interrupted';
  const messages = join(out, 'rejeu/messages.ndjson');
  if (existsSync(messages)) plays.push(await readPlay(messages));
  return 'done';
}

function judge(target: Target, { requirement, shard }: RunOptions, plays: readonly Play[]): RunVerdict {
  return verdict({
    catalogue: readCatalogue(inProject(LOCK_FILE)),
    target: viewOf(target),
    plays,
    partial: requirement !== undefined || shard !== undefined,
    // What falls in a shard is the runner's choice: it is judged on what it played.
    ...(requirement === undefined || shard !== undefined ? {} : { selection: requirement }),
  });
}

/** Where to look: the trace of the second play where there is one, the pictures of the first otherwise. */
function withProofs(judged: RunVerdict, out: string): RunVerdict {
  const first = join(out, 'playwright/index.html');
  const replay = join(out, 'rejeu/playwright/index.html');
  const scenarios = judged.requirements.flatMap((requirement) => requirement.scenarios);
  for (const scenario of scenarios) {
    if (scenario.outcome === 'conforme' || scenario.plays.length === 0) continue;
    scenario.proof ??= shownPath(scenario.plays.length > 1 && existsSync(replay) ? replay : first);
  }
  return judged;
}

function summary(
  judged: RunVerdict,
  target: Target,
  seeds: { seed: number; nonce: string },
  { started, allure, shard }: { started: number; allure: boolean; shard: string | undefined },
): string {
  const files: ReadonlyArray<readonly [string, string]> = [
    ['Playwright', 'playwright/index.html'],
    ['Allure', 'allure/index.html'],
    ['Cucumber', 'cucumber.html'],
    ['JUnit', 'junit.xml'],
    ['Messages', 'messages.ndjson'],
    ['Rejeu, avec traces', 'rejeu/playwright/index.html'],
  ];
  return summaryOf(judged, {
    about: [
      ...(shard === undefined
        ? []
        : [{ label: 'Tranche', value: `${shard} ; « diapason verdict » juge les tranches réunies` }]),
      { label: 'Boîte de courriel', value: mailboxName(target) },
      { label: 'Graine', value: `${seeds.seed} (DIAPASON_SEED), tirage ${seeds.nonce}` },
      { label: 'Puissance mesurée', value: citation() },
      { label: 'Durée', value: `${Math.round((Date.now() - started) / 1000)} s` },
    ],
    reports: files
      .filter(([label, file]) => existsSync(inOut(file)) && (label !== 'Allure' || allure))
      .map(([label, file]) => ({ label, path: shownPath(inOut(file)) })),
    colour: process.stdout.isTTY === true,
  });
}

/** What is known of the instrument itself, with these rules. */
function citation(): string {
  return powerCitation(readRecord(inProject(POWER_FILE)), readCatalogue(inProject(LOCK_FILE)));
}

function mailboxName(target: Target): string {
  const url = mailboxUrlOf(target);
  return url ? `Mailpit ${new URL(url).host}` : 'embarquée';
}

/** Nothing was played: the pre-flight has said why, or the runner itself broke. */
function stillborn(code: number): number {
  if (code !== HARNESS_ERROR_EXIT_CODE) {
    process.stderr.write(
      '\n✗ Le lanceur n’a rien joué : ses propres messages, ci-dessus, disent pourquoi.\n',
    );
  }
  return HARNESS_ERROR_EXIT_CODE;
}

function interrupted(): number {
  process.stderr.write('\nSérie interrompue : aucun verdict.\n');
  return 130;
}
