import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import {
  type Diagnosis,
  isRight,
  type Kind,
  type Mode,
  type Subject,
  untried,
} from '../reports/power/diagnosis.ts';
import { campaignSummary, progressLine } from '../reports/power/terminal.ts';
import { commandOf } from '../reports/power/words.ts';
import { OURS } from '../support/mailbox/choice.ts';
import { workersAsked } from '../support/runner/workers.ts';
import { HarnessSetupError } from '../support/setup-error.ts';
import { passGate } from '../support/specification/gate.ts';
import { shippedNamed } from '../support/target/shipped.ts';
import { campaign } from './power/campaign.ts';
import { catalogueNow } from './power/catalogue-now.ts';
import type { Job } from './power/job.ts';
import { Memory } from './power/memory.ts';
import { conclude, writeMatrix } from './power/outcome.ts';
import { planOf } from './power/plan.ts';
import { recordNow } from './power/record-now.ts';
import { population, type Selection, selected } from './power/selection.ts';
import { campaignDigest } from './power/sources.ts';
import { subjectsOf, VARIABLES } from './power/subjects.ts';
import { inOut, POWER_FOLDER, ROOT } from './root.ts';
import { levelsOf } from './run/selection.ts';

/** What a person may ask of a campaign. */
export interface PowerOptions extends Selection {
  /** Another portal that we ship, with defects of its own. */
  readonly portal?: string;
  readonly full?: boolean;
  readonly blind?: boolean;
  readonly sentinels?: boolean;
  readonly variants?: boolean;
  /** The levels whose requirements are broken: all of them, or those of a run in a full campaign. */
  readonly level?: readonly string[];
  readonly workers?: string;
  /** Forgets the campaign that was interrupted. */
  readonly restart?: boolean;
  /** Writes the figures to the committed file. */
  readonly record?: boolean;
}

/** Longer than any scenario: each of its steps has a minute, and fails long before. */
const PATIENCE_MS = 300_000;

const STOPPING = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Gives the suite each defect in turn (or each sentinel, or each conforming variant), shows what it says of it, and
 * compares with the committed figures. Returns 0 when nothing is missed and the figures hold.
 */
export async function power(options: PowerOptions): Promise<number> {
  const kind = kindOf(options);
  const workers = workersAsked(options.workers ?? String(Math.min(2, availableParallelism())));
  const mode = options.full || kind === 'sentinels' || kind === 'variants' ? 'full' : 'quick';
  refuseMixing(options);
  refuseAltered();
  passGate(ROOT);
  // A campaign starts a mailbox for each portal, hundreds in all: ours costs next to nothing.
  process.env.DIAPASON_MAILBOX = OURS;
  // Of now: the figures are of what is about to be played, whatever becomes of the features meanwhile.
  const catalogue = catalogueNow();
  const subjects = await subjectsIn(kind, mode, options);
  const chosen = selected(subjects, options);
  const memory = memoryOf(kind, mode, options);
  const diagnoses = await diagnosed(chosen, { kind, mode, memory, workers, level: options.level });
  if (diagnoses === 'interrupted') return 130;
  process.stdout.write(campaignSummary(kind, mode, diagnoses));
  const whole = chosen.length === subjects.length;
  const partial = !whole || options.level !== undefined;
  // The committed figures are those of the reference portal.
  if (options.portal !== undefined) return diagnoses.every((diagnosis) => isRight(kind, diagnosis)) ? 0 : 1;
  if (!partial) writeMatrix(kind, mode, catalogue, diagnoses);
  const code = conclude({ kind, mode, catalogue, diagnoses, partial, record: options.record === true });
  // Last: a full disk takes nothing from what was judged. Kept until all is: the last shard finds the others there.
  if (whole && diagnoses.every(({ trouble }) => trouble === undefined)) memory?.forget();
  return code;
}

async function subjectsIn(kind: Kind, mode: Mode, options: PowerOptions): Promise<readonly Subject[]> {
  const subjects = await listed(kind, options);
  const levels = levelsOf(options.level);
  // One that is asked for by name is played, whatever it breaks.
  if (options.only !== undefined) return subjects;
  return population(subjects, catalogueNow().requirements, mode, levels);
}

/** The processes of the campaign find by the variable which portal they start. */
async function listed(kind: Kind, { portal }: PowerOptions): Promise<readonly Subject[]> {
  if (portal === undefined) return subjectsOf(kind);
  process.env.DIAPASON_PORTAL = portal;
  return shippedNamed(portal).defects;
}

interface Setting {
  readonly kind: Kind;
  readonly mode: Mode;
  readonly memory: Memory | undefined;
  readonly workers: number;
  readonly level: readonly string[] | undefined;
}

/** Plays what is not known yet, says each as it comes, and returns them all; what was not tried is missed. */
async function diagnosed(
  chosen: readonly Subject[],
  { kind, mode, memory, workers, level }: Setting,
): Promise<Diagnosis[] | 'interrupted'> {
  const known = new Map((memory?.recall() ?? []).map((diagnosis) => [diagnosis.subject.id, diagnosis]));
  const left = chosen.filter(({ id }) => !known.has(id));
  let done = chosen.length - left.length;
  if (done > 0) process.stdout.write(`Reprise : ${done} déjà jugés, ${left.length} à juger.\n`);
  const onDiagnosis = (diagnosis: Diagnosis): void => {
    known.set(diagnosis.subject.id, diagnosis);
    // What stood in the way may be gone when the campaign resumes.
    if (diagnosis.trouble === undefined) memory?.add(diagnosis);
    done += 1;
    process.stdout.write(progressLine(kind, diagnosis, done, chosen.length));
  };
  const script = join(import.meta.dirname, 'power/worker.ts');
  const stopped = await untilStopped((signal) =>
    campaign(jobsFor(left, kind, mode), { script, workers, patienceMs: PATIENCE_MS, onDiagnosis, signal }),
  );
  if (!stopped) return chosen.map((subject) => known.get(subject.id) ?? untried(subject));
  const resume =
    memory === undefined
      ? ''
      : ` ; « ${commandOf(kind, mode, ...(level === undefined ? [] : ['--level', ...level]))} » reprendra là`;
  process.stderr.write(`\nCampagne interrompue : ${done} jugés sur ${chosen.length}${resume}.\n`);
  return 'interrupted';
}

function jobsFor(subjects: readonly Subject[], kind: Kind, mode: Mode): Job[] {
  const { requirements } = catalogueNow();
  const caughtBy = recordNow()[kind]?.[mode]?.by ?? {};
  return subjects.map((subject) => ({
    subject,
    variable: VARIABLES[kind],
    scenarios: planOf(requirements, subject, mode, caughtBy[subject.id]),
    stopAtCatch: mode === 'quick',
    sparing: mode === 'full' && kind === 'defects' && !process.env.DIAPASON_PORTAL,
    ownProcess: kind === 'variants',
  }));
}

/** Returns whether a person stopped it on the way. */
async function untilStopped(play: (signal: AbortSignal) => Promise<void>): Promise<boolean> {
  const stopping = new AbortController();
  const stop = (): void => stopping.abort();
  for (const signal of STOPPING) process.on(signal, stop);
  try {
    await play(stopping.signal);
    return stopping.signal.aborted;
  } finally {
    for (const signal of STOPPING) process.off(signal, stop);
  }
}

function kindOf({ blind, sentinels, variants }: PowerOptions): Kind {
  if (blind) return 'blind';
  if (sentinels) return 'sentinels';
  return variants ? 'variants' : 'defects';
}

/** One subject by itself is played for what it says now, and nothing of it is kept; nor of a portal's ten. */
function memoryOf(
  kind: Kind,
  mode: Mode,
  { only, portal, restart, level = [] }: PowerOptions,
): Memory | undefined {
  if (only !== undefined || portal !== undefined) return undefined;
  const name = ['memoire', kind, mode, ...level].join('-');
  const memory = new Memory(inOut(POWER_FOLDER, `${name}.ndjson`), campaignDigest());
  if (restart) memory.forget();
  return memory;
}

/** What a person's shell chooses would be added to what the campaign chooses, and counted as its own. */
function refuseAltered(): void {
  const variable = [...Object.values(VARIABLES), 'DIAPASON_PORTAL'].find((name) => process.env[name]);
  if (variable === undefined) return;
  throw new HarnessSetupError(
    `La campagne choisit elle-même le portail, et ${variable} est posée.`,
    `Retirez ${variable} de l'environnement ; --only joue un seul défaut, --portal ceux d'un portail livré.`,
  );
}

function refuseMixing({ record, only, shard, level, portal }: PowerOptions): void {
  if (record && portal !== undefined) {
    throw new HarnessSetupError(
      'Les chiffres enregistrés sont ceux du portail de référence.',
      'Donnez --record sans --portal.',
    );
  }
  if (!record || (only === undefined && shard === undefined && level === undefined)) return;
  throw new HarnessSetupError(
    'Une part de campagne n’a pas de chiffres à enregistrer.',
    'Donnez --record sans --only, --shard ni --level : ce que les parts ont jugé n’est pas rejoué.',
  );
}
