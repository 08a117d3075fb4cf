import { stripVTControlCharacters } from 'node:util';
import type {
  Pickle,
  PickleStepType,
  TestCase,
  TestCaseFinished,
  TestCaseStarted,
  TestStepFinished,
  TestStepResultStatus,
  Timestamp,
} from '@cucumber/messages';
import type { Failure } from './failure.ts';
import type { WrittenScenario } from './feature-index.ts';

export type StepStatus = `${TestStepResultStatus}`;

/** An attachment without its body: a trace weighs megabytes, and verdicts do not read it. */
export interface AttachmentMeta {
  mediaType: string;
  fileName?: string | undefined;
  url?: string | undefined;
  /** Characters of the body as it was written in the messages. */
  size: number;
}

/** One play of one scenario (of one example row, for an outline). */
export interface PlayedScenario {
  /** Path of the feature, relative, with slashes, without the project that Playwright puts before it. */
  uri: string;
  project?: string | undefined;
  /** The name as played: parameters of an outline filled in. */
  name: string;
  /** The name as written in the feature, which the catalogue knows. */
  scenario: string;
  rule?: string | undefined;
  line?: number | undefined;
  /** Rank of the example row, from 1, over all tables of the outline. */
  example?: number | undefined;
  /** What that row gives to each parameter, by the parameter's name. */
  values?: Readonly<Record<string, string>> | undefined;
  tags: string[];
  requirements: string[];
  /** PASSED, or the status of what broke first; UNKNOWN when the play ended without saying how. */
  status: StepStatus;
  failedStep?: { text: string; type: `${PickleStepType}` | 'Hook' } | undefined;
  /** What the failing step says of its failure, in the order in which it said it. */
  failures: Failure[];
  error?: string | undefined;
  attachments: AttachmentMeta[];
  startedAt: number;
  durationMs: number;
  workerId?: string | undefined;
  attempt: number;
}

/** What was heard of a play while it ran. */
export interface RunningScenario {
  started: TestCaseStarted;
  steps: TestStepFinished[];
  lastStepStartedAt: number;
  attachments: { stepId?: string | undefined; meta: AttachmentMeta; failure?: Failure | undefined }[];
}

interface StepRun {
  id: string;
  text: string;
  type: `${PickleStepType}` | 'Hook';
  status: StepStatus;
  message?: string | undefined;
}

/** Milliseconds of a message's time. */
export function msOf({ seconds, nanos }: Timestamp): number {
  return seconds * 1000 + nanos / 1e6;
}

/** Sums up a play once it is over. */
export function playedScenario(
  running: RunningScenario,
  {
    testCase,
    pickle,
    written,
  }: { testCase: TestCase; pickle: Pickle; written?: WrittenScenario | undefined },
  finished: TestCaseFinished,
): PlayedScenario {
  const steps = running.steps.map((step) => stepRun(step, testCase, pickle));
  const startedAt = msOf(running.started.timestamp);
  const durationMs = msOf(finished.timestamp) - startedAt;
  const crashed = durationMs === 0 && running.lastStepStartedAt > startedAt;
  return {
    ...identity(pickle, written),
    ...ending(steps, pickle, running, crashed),
    attachments: running.attachments.map(({ meta }) => meta),
    startedAt,
    durationMs,
    workerId: running.started.workerId,
    attempt: running.started.attempt,
  };
}

function identity(pickle: Pickle, written: WrittenScenario | undefined) {
  const tags = pickle.tags.map(({ name }) => name);
  const row = written?.rows.get(pickle.astNodeIds[1] ?? '');
  return {
    ...placeOf(pickle.uri),
    name: pickle.name,
    scenario: written?.name ?? pickle.name,
    rule: written?.rule,
    line: pickle.location?.line,
    example: row?.rank,
    ...(row === undefined ? {} : { values: row.values }),
    tags,
    requirements: tags.filter((tag) => /^@EX-\d+\.\d+$/.test(tag)).map((tag) => tag.slice(1)),
  };
}

/** Returns where a feature is; playwright-bdd writes `[project]:features/…` as soon as a project has a name. */
export function placeOf(uri: string): { uri: string; project?: string | undefined } {
  const [, project, path = uri] = /^\[([^\]]*)\]:(.*)$/.exec(uri) ?? [];
  return { uri: path.replaceAll('\\', '/').replace(/^\.\//, ''), project };
}

function stepRun(finished: TestStepFinished, testCase: TestCase, pickle: Pickle): StepRun {
  const { status, message, exception, duration } = finished.testStepResult;
  const pickleStepId = testCase.testSteps.find(({ id }) => id === finished.testStepId)?.pickleStepId;
  const written = pickle.steps.find(({ id }) => id === pickleStepId);
  // A Playwright step that never ended (its worker died) has duration -1 and yet is reported as passed.
  const ended = duration.seconds >= 0;
  return {
    id: finished.testStepId,
    text: written?.text ?? 'préparation ou rangement du banc',
    type: written ? (written.type ?? 'Unknown') : 'Hook',
    status: status === ('PASSED' as TestStepResultStatus) && !ended ? 'UNKNOWN' : status,
    message: message ?? exception?.message,
  };
}

type Ending = Pick<PlayedScenario, 'status' | 'failedStep' | 'failures' | 'error'>;

function ending(steps: StepRun[], pickle: Pickle, running: RunningScenario, crashed: boolean): Ending {
  const culprit = whatBroke(steps);
  if (!culprit) return { ...unbroken(steps, pickle, crashed), failures: [] };
  const own = running.attachments.filter(({ stepId }) => stepId === culprit.id);
  return {
    status: culprit.status,
    failedStep: { text: culprit.text, type: culprit.type },
    failures: own.flatMap(({ failure }) => failure ?? []),
    error: plain(culprit.message ?? steps.find(({ message }) => message)?.message),
  };
}

/**
 * What broke first explains the rest. A skipped step explains nothing when something else is broken: Playwright
 * skips every step when a fixture fails and reports the fixture after them. A skipped hook is a hook for others.
 */
function whatBroke(steps: StepRun[]): StepRun | undefined {
  return (
    steps.find(({ status }) => status !== 'PASSED' && status !== 'SKIPPED') ??
    steps.find(({ status, type }) => status === 'SKIPPED' && type !== 'Hook')
  );
}

/** Nothing broke; still, a play that checked nothing, or was cut short, has not passed. */
function unbroken(steps: StepRun[], pickle: Pickle, crashed: boolean): Pick<Ending, 'status' | 'error'> {
  if (crashed) return { status: 'UNKNOWN', error: "Le processus qui jouait le scénario s'est arrêté." };
  if (pickle.steps.length === 0) return { status: 'UNKNOWN', error: 'Le scénario ne contient aucune étape.' };
  const ended = steps.filter(({ type }) => type !== 'Hook').length;
  if (ended < pickle.steps.length) return { status: 'UNKNOWN', error: "Des étapes n'ont pas été jouées." };
  return { status: 'PASSED' };
}

/** Playwright's assertions colour their messages, and cucumber-js passes the colours on. */
function plain(message: string | undefined): string | undefined {
  return message && stripVTControlCharacters(message);
}
