import { copyFileSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Seeds } from '../fixtures/draw.ts';
import { againstBaseline } from '../reports/baseline/baseline.ts';
import { baselineLines } from '../reports/baseline/baseline-lines.ts';
import { readCatalogue } from '../reports/catalogue.ts';
import { type Play, readPlay } from '../reports/messages.ts';
import { type RunVerdict, verdict } from '../reports/verdict.ts';
import { ACCOUNTS_FILE, listAccountsIn } from '../support/accounts.ts';
import { mailboxSaid } from '../support/mailbox/of-target.ts';
import { chosenTarget } from '../support/runner/chosen.ts';
import { IN_RUN } from '../support/runner/once.ts';
import { CHALLENGE, processSeeds } from '../support/runner/seeds.ts';
import { WORKERS, workersFor } from '../support/runner/workers.ts';
import { HARNESS_ERROR_EXIT_CODE } from '../support/setup-error.ts';
import { readFeatures } from '../support/specification/feature-file.ts';
import { LOCK_FILE } from '../support/specification/lock.ts';
import { endingSoon } from '../support/target/guard.ts';
import { masked, secretsOf } from '../support/target/secrets.ts';
import type { Target } from '../support/target/target.ts';
import { generateAllure } from './allure.ts';
import { type Baseline, readBaseline } from './baseline/file.ts';
import { runNode } from './child.ts';
import { leaveDossier } from './dossier/leave.ts';
import { inOut, inProject, ROOT, shownPath } from './root.ts';
import { settleAccounts } from './run/accounts.ts';
import { type Around, beginRun } from './run/around.ts';
import { checkedChallenge } from './run/challenge.ts';
import { type ContinuousIntegration, continuousIntegration } from './run/ci.ts';
import { type ConfidencesOfRun, hearConfidences } from './run/confidences.ts';
import { forecast, keepEfforts, recalledEfforts } from './run/effort.ts';
import { runFacts, suite } from './run/facts.ts';
import { emptyOut } from './run/folder.ts';
import { lastRunOf } from './run/last-run.ts';
import { maskReports } from './run/mask-reports.ts';
import type { RunOptions } from './run/options.ts';
import { probesAnnounced } from './run/probes.ts';
import { type Selection, selectionOf } from './run/selection.ts';
import { leaveSerie } from './run/serie.ts';
import { citation, summary, type Told, withProofs } from './run/summary.ts';
import { writeFormats } from './run/write-formats.ts';
import { viewOf } from './target-view.ts';
import { isWaited, prepareToWait, waitAnnounced, withoutWaited } from './wait-expiry.ts';

const PLAYWRIGHT = 'node_modules/@playwright/test/cli.js';

/** What a run is about, once all that it was asked has been understood. */
interface Run {
  readonly options: RunOptions;
  readonly target: Target;
  readonly selection: Selection;
  /** What is known not to be green, where the person says it. */
  readonly baseline: Baseline | undefined;
  /** What its scenarios will tell, that nobody must read. */
  readonly confidences: ConfidencesOfRun;
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
  const ci = continuousIntegration(run.out);
  announce(run, seeds);

  const unplayed = await playAll(run);
  const around = await end();
  const accounts = settleAccounts(join(run.out, ACCOUNTS_FILE));
  if (unplayed !== undefined) return unfinished(unplayed, run, around, accounts.length);
  return concluded(run, { seeds, around, accounts }, ci);
}

/** Judges what was played, prints the summary, leaves the reports, and returns the exit code. */
async function concluded(
  run: Run,
  known: Pick<Told, 'seeds' | 'around' | 'accounts'>,
  ci: ContinuousIntegration,
): Promise<number> {
  const { target, out, started, options, selection, baseline } = run;
  const secrets = maskedIn(run);
  // From what is left to be read: whoever judges these messages again finds the same.
  const plays = await playsIn(out);
  const judged = withProofs(judge(run, plays, known.around), out);
  const [first] = plays;
  if (first !== undefined) keepEfforts(out, judged, first, known.accounts);
  const allure = await generateAllure(out);
  const against = baseline && againstBaseline(judged, baseline.known, new Date());
  const lines = baseline && against ? baselineLines(baseline.shown, against) : [];
  const told = { ...known, target, started, allure, shard: options.shard, baseline: lines };
  const input = { verdict: judged, suite: suite(), run: runFacts(told) };
  const unwritten = troubleIn(() =>
    writeFormats(out, input, options.format, (text) => masked(text, secrets)),
  );
  process.stdout.write(`\n${masked(summary(judged, told), secrets)}\n`);
  ci.told(input, lines, (text) => masked(text, secrets));
  // Last: a full disk takes nothing from what a person reads.
  if (unwritten !== undefined) throw unwritten;
  const { version } = known.around;
  const kept = { ...judged, ...(version === undefined ? {} : { version }), power: citation() };
  writeFileSync(join(out, 'verdict.json'), `${masked(JSON.stringify(kept, undefined, 2), secrets)}\n`);
  await leaveSerie(out, { selection, told });
  process.stdout.write(`${await leaveDossier(out, options.shard)}\n`);
  return against?.code ?? judged.code;
}

function troubleIn(write: () => void): unknown {
  try {
    write();
    return undefined;
  } catch (error) {
    return error;
  }
}

async function understood(options: RunOptions): Promise<Run> {
  const started = Date.now();
  const given = options.target ?? process.env.TARGET;
  // The runner works in the project's folder: a path is relative to where the person is.
  if (given) process.env.TARGET = resolve(given);
  if (options.workers !== undefined) process.env[WORKERS] = options.workers;
  if (options.challenge !== undefined) process.env[CHALLENGE] = checkedChallenge(options.challenge);
  const target = await chosenTarget();
  // Before anything of the last run is thrown away.
  workersFor(target);
  const catalogue = readCatalogue(inProject(LOCK_FILE));
  const selection = selectionOf(options, catalogue, () => lastRunOf(viewOf(target)));
  const baseline =
    options.baseline === undefined ? undefined : readBaseline(options.baseline, catalogue, target.name);
  if (options.waitExpiry) prepareToWait(target, selection.ids);
  return { options, target, selection, baseline, confidences: hearConfidences(), out: inOut(), started };
}

function announce({ options, target, selection, out }: Run, { seed, nonce, challenge }: Seeds): void {
  const { requirements } = selection;
  const { signUpsPerMinute } = target.pace;
  const workers = workersFor(target);
  const efforts = recalledEfforts(out, viewOf(target));
  const ending = endingSoon(target.authorised);
  const lines = [
    `Cible : ${target.name} — graine ${seed}, tirage ${nonce}${challenge === undefined ? '' : `, défi « ${challenge} »`}`,
    `Courriels : ${mailboxSaid(target)}`,
    forecast({ requirements, efforts, workers, signUpsPerMinute }),
    ...(options.shard === undefined
      ? []
      : [
          `Tranche ${options.shard} : DIAPASON_SEED=${seed} aux autres aussi, pour qu’un dossier les réunisse`,
        ]),
    ...probesAnnounced(requirements),
    ...(ending === undefined ? [] : [`⚠ ${ending}`]),
    ...(options.waitExpiry ? ['', waitAnnounced(target)] : []),
  ];
  process.stdout.write(`${lines.join('\n')}\n\n`);
}

/** Why there is nothing to judge: a person stopped the run, or the runner could not play. */
type Unfinished = 'interrupted' | { readonly code: number };

/** Plays what was chosen, then once more what did not pass; says why there is nothing to judge, if so. */
async function playAll({ selection, out }: Run): Promise<Unfinished | undefined> {
  const first = await play(selection.args, {});
  if (first.interrupted) return 'interrupted';
  const messages = join(out, 'messages.ndjson');
  if (first.code === HARNESS_ERROR_EXIT_CODE || !existsSync(messages)) return { code: first.code };
  return replay(out, await readPlay(messages));
}

function play(args: readonly string[], environment: Record<string, string>) {
  return runNode([PLAYWRIGHT, 'test', ...args], { environment });
}

/** Plays again, with a trace, what did not pass. */
async function replay(out: string, first: Play): Promise<'interrupted' | undefined> {
  const failed = first.scenarios.some((scenario) => scenario.status !== 'PASSED' && !isWaited(scenario));
  const lastRun = join(out, 'artefacts/.last-run.json');
  if (!failed || !existsSync(lastRun)) return undefined;
  process.stdout.write('\nCe qui n’a pas réussi est rejoué une fois, avec une trace.\n');
  mkdirSync(join(out, 'rejeu/artefacts'), { recursive: true });
  copyFileSync(lastRun, join(out, 'rejeu/artefacts/.last-run.json'));
  // A new draw: a portal that keeps its data has seen the first one's addresses and numbers.
  const environment = { DIAPASON_REPLAY: '1', DIAPASON_NONCE: `${process.env.DIAPASON_NONCE}-rejeu` };
  const { interrupted: stopped } = await play(['--last-failed', ...withoutWaited()], environment);
  return stopped ? 'interrupted' : undefined;
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

/** Masks what nobody must read in the reports, and returns what is masked in the rest: the target's own secrets. */
function maskedIn({ target, out, confidences }: Run): readonly string[] {
  const secrets = secretsOf(target);
  const specification = readFeatures(ROOT)
    .map(({ text }) => text)
    .join('\n');
  maskReports(out, { target: secrets, confidences: confidences.take(), specification });
  return secrets;
}

/** The first play, and that of what was played again. */
async function playsIn(out: string): Promise<Play[]> {
  const paths = ['messages.ndjson', 'rejeu/messages.ndjson'].map((name) => join(out, name));
  return Promise.all(paths.filter((path) => existsSync(path)).map((path) => readPlay(path)));
}

/** Nothing is judged: the pre-flight has said why, or the runner itself broke, or a person stopped it. */
function unfinished(why: Unfinished, run: Run, { problems }: Around, accounts: number): number {
  const { target, out } = run;
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
  maskedIn(run);
  if (said.length > 0) process.stderr.write(`\n${said.join('\n')}\n`);
  return why === 'interrupted' ? 130 : HARNESS_ERROR_EXIT_CODE;
}
