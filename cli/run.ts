import { copyFileSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readCatalogue } from '../reports/catalogue.ts';
import { type Play, readPlay } from '../reports/messages.ts';
import { type RunVerdict, verdict } from '../reports/verdict.ts';
import { ACCOUNTS_FILE, listAccountsIn } from '../support/accounts.ts';
import { mailboxSaid } from '../support/mailbox/of-target.ts';
import { chosenTarget } from '../support/runner/chosen.ts';
import { IN_RUN } from '../support/runner/once.ts';
import { processSeeds } from '../support/runner/seeds.ts';
import { HARNESS_ERROR_EXIT_CODE } from '../support/setup-error.ts';
import { LOCK_FILE } from '../support/specification/lock.ts';
import { endingSoon } from '../support/target/guard.ts';
import { masked, secretsOf } from '../support/target/secrets.ts';
import type { Target } from '../support/target/target.ts';
import { generateAllure } from './allure.ts';
import { runNode } from './child.ts';
import { inOut, inProject, shownPath } from './root.ts';
import { settleAccounts } from './run/accounts.ts';
import { type Around, beginRun } from './run/around.ts';
import { forecast, keepEfforts, recalledEfforts } from './run/effort.ts';
import { emptyOut } from './run/folder.ts';
import { lastRunOf } from './run/last-run.ts';
import { maskReports } from './run/mask-reports.ts';
import type { RunOptions } from './run/options.ts';
import { probesAnnounced } from './run/probes.ts';
import { type Selection, selectionOf } from './run/selection.ts';
import { citation, summary, type Told, withProofs } from './run/summary.ts';
import { viewOf } from './target-view.ts';
import { isWaited, prepareToWait, waitAnnounced, withoutWaited } from './wait-expiry.ts';

const PLAYWRIGHT = 'node_modules/@playwright/test/cli.js';

/** What a run is about, once all that it was asked has been understood. */
interface Run {
  readonly options: RunOptions;
  readonly target: Target;
  readonly selection: Selection;
  readonly out: string;
  readonly started: number;
}

/** Plays the suite, replays once with a trace what failed, prints the summary, and returns the exit code. */
export async function run(options: RunOptions): Promise<number> {
  const run = await understood(options);
  const end = await beginRun(run.target);
  process.env[IN_RUN] = '1';
  const seeds = processSeeds();
  emptyOut(run.out, run.target.url !== undefined);
  listAccountsIn(join(run.out, ACCOUNTS_FILE));
  announce(run, seeds);

  const plays = await playAll(run);
  const around = await end();
  const accounts = settleAccounts(join(run.out, ACCOUNTS_FILE));
  if (!Array.isArray(plays)) return unfinished(plays, run, around, accounts.length);
  return concluded(run, plays, { seeds, around, accounts });
}

/** Judges what was played, prints the summary, leaves the reports, and returns the exit code. */
async function concluded(
  run: Run,
  plays: readonly Play[],
  known: Pick<Told, 'seeds' | 'around' | 'accounts'>,
): Promise<number> {
  const { target, out, started, options } = run;
  const judged = withProofs(judge(run, plays, known.around), out);
  const [first] = plays;
  if (first !== undefined) keepEfforts(out, judged, first, known.accounts);
  const secrets = secretsOf(target);
  maskReports(out, secrets);
  const allure = await generateAllure(out);
  const told = { ...known, target, started, allure, shard: options.shard };
  process.stdout.write(`\n${masked(summary(judged, told), secrets)}\n`);
  // Last: a full disk takes nothing from what a person reads.
  const { version } = known.around;
  const kept = { ...judged, ...(version === undefined ? {} : { version }), power: citation() };
  writeFileSync(join(out, 'verdict.json'), `${masked(JSON.stringify(kept, undefined, 2), secrets)}\n`);
  return judged.code;
}

async function understood(options: RunOptions): Promise<Run> {
  const started = Date.now();
  const given = options.target ?? process.env.TARGET;
  // The runner works in the project's folder: a path is relative to where the person is.
  if (given) process.env.TARGET = resolve(given);
  if (options.workers !== undefined) process.env.DIAPASON_WORKERS = options.workers;
  const target = await chosenTarget();
  const catalogue = readCatalogue(inProject(LOCK_FILE));
  const selection = selectionOf(options, catalogue, () => lastRunOf(viewOf(target)));
  if (options.waitExpiry) prepareToWait(target, selection.ids);
  return { options, target, selection, out: inOut(), started };
}

function announce(
  { options, target, selection, out }: Run,
  { seed, nonce }: { seed: number; nonce: string },
): void {
  const { requirements } = selection;
  const { signUpsPerMinute } = target.pace;
  const workers = Math.min(
    Number(process.env.DIAPASON_WORKERS ?? 2),
    target.pace.workers ?? Number.POSITIVE_INFINITY,
  );
  const efforts = recalledEfforts(out, viewOf(target));
  const ending = endingSoon(target.authorised);
  const lines = [
    `Cible : ${target.name} — graine ${seed}, tirage ${nonce}`,
    `Courriels : ${mailboxSaid(target)}`,
    forecast({ requirements, efforts, workers, signUpsPerMinute }),
    ...probesAnnounced(requirements),
    ...(ending === undefined ? [] : [`⚠ ${ending}`]),
    ...(options.waitExpiry ? ['', waitAnnounced(target)] : []),
  ];
  process.stdout.write(`${lines.join('\n')}\n\n`);
}

/** Why there is nothing to judge: a person stopped the run, or the runner could not play. */
type Unfinished = 'interrupted' | { readonly code: number };

async function playAll({ selection, out }: Run): Promise<Play[] | Unfinished> {
  const first = await play(selection.args, {});
  if (first.interrupted) return 'interrupted';
  const messages = join(out, 'messages.ndjson');
  if (first.code === HARNESS_ERROR_EXIT_CODE || !existsSync(messages)) return { code: first.code };
  const plays = [await readPlay(messages)];
  return (await replay(out, plays)) === 'interrupted' ? 'interrupted' : plays;
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

function judge({ options, target, selection }: Run, plays: readonly Play[], around: Around): RunVerdict {
  const { ids, levels, partial } = selection;
  return verdict({
    catalogue: readCatalogue(inProject(LOCK_FILE)),
    target: viewOf(target),
    plays,
    levels,
    partial,
    problems: around.problems,
    doubts: around.doubts,
    // What falls in a shard is the runner's choice: it is judged on what it played.
    ...(ids === undefined || options.shard !== undefined ? {} : { selection: ids }),
  });
}

/** Nothing is judged: the pre-flight has said why, or the runner itself broke, or a person stopped it. */
function unfinished(why: Unfinished, { target, out }: Run, { problems }: Around, accounts: number): number {
  const said = [
    ...problems.map((problem) => `✗ ${problem}`),
    ...(why === 'interrupted' ? ['Série interrompue : aucun verdict.'] : []),
    ...(why !== 'interrupted' && why.code !== HARNESS_ERROR_EXIT_CODE
      ? ['✗ Le lanceur n’a rien joué : ses propres messages, ci-dessus, disent pourquoi.']
      : []),
    ...(target.url !== undefined && accounts > 0
      ? [`Comptes à purger (${accounts}) : ${shownPath(join(out, ACCOUNTS_FILE))}`]
      : []),
  ];
  maskReports(out, secretsOf(target));
  if (said.length > 0) process.stderr.write(`\n${said.join('\n')}\n`);
  return why === 'interrupted' ? 130 : HARNESS_ERROR_EXIT_CODE;
}
