import type {
  Attachment,
  Envelope,
  Pickle,
  TestCase,
  TestCaseFinished,
  TestRunFinished,
  TestRunHookFinished,
} from '@cucumber/messages';
import { failureIn } from './failure.ts';
import { type WrittenScenario, writtenScenarios } from './feature-index.ts';
import {
  msOf,
  type PlayedScenario,
  placeOf,
  playedScenario,
  type RunningScenario,
} from './played-scenario.ts';

/** All that one play of the suite said, from one file or from one per shard. */
export interface Play {
  scenarios: PlayedScenario[];
  /** A line is broken: the process was killed while it wrote. */
  truncated: boolean;
  /** Every file tells the end of its run. */
  complete: boolean;
  /** What broke outside of any scenario, in French. */
  problems: string[];
  /** The features as they were when they were played. */
  features: PlayedFeature[];
}

/** A feature's path, as in `PlayedScenario`, and its text. */
export interface PlayedFeature {
  uri: string;
  text: string;
}

/** Listens to the messages of one file, in order, and keeps only what verdicts need. */
export class PlayRecorder {
  readonly #written = new Map<string, WrittenScenario>();
  readonly #pickles = new Map<string, Pickle>();
  readonly #testCases = new Map<string, TestCase>();
  readonly #running = new Map<string, RunningScenario>();
  readonly #scenarios: PlayedScenario[] = [];
  readonly #problems: string[] = [];
  readonly #features: PlayedFeature[] = [];
  #end: TestRunFinished | undefined;

  /** Takes in one message. */
  accept(envelope: Envelope): void {
    const { source, gherkinDocument, pickle, testCase } = envelope;
    const { testRunHookFinished, testRunFinished, parseError } = envelope;
    if (source) this.#features.push({ uri: placeOf(source.uri).uri, text: source.data });
    if (gherkinDocument)
      for (const [id, node] of writtenScenarios(gherkinDocument)) this.#written.set(id, node);
    if (pickle) this.#pickles.set(pickle.id, pickle);
    if (testCase) this.#testCases.set(testCase.id, testCase);
    if (testRunHookFinished) this.#runHook(testRunHookFinished);
    if (testRunFinished) this.#end = testRunFinished;
    if (parseError) this.#problems.push(`Une spécification ne peut être lue : ${parseError.message}`);
    this.#acceptOfScenario(envelope);
  }

  /** What was heard, once there is nothing more to hear. */
  play(truncated: boolean): Play {
    return {
      scenarios: this.#scenarios,
      truncated,
      complete: this.#end !== undefined && !truncated,
      problems: [...this.#problems, ...this.#problemsOfEnd()],
      features: this.#features,
    };
  }

  #acceptOfScenario(envelope: Envelope): void {
    const { testCaseStarted, testStepStarted, testStepFinished, attachment, testCaseFinished } = envelope;
    if (testCaseStarted) {
      const started = { started: testCaseStarted, steps: [], lastStepStartedAt: 0, attachments: [] };
      this.#running.set(testCaseStarted.id, started);
    }
    if (testStepStarted) {
      const running = this.#running.get(testStepStarted.testCaseStartedId);
      if (running) running.lastStepStartedAt = msOf(testStepStarted.timestamp);
    }
    if (testStepFinished) this.#running.get(testStepFinished.testCaseStartedId)?.steps.push(testStepFinished);
    if (attachment) this.#attach(attachment);
    if (testCaseFinished) this.#finish(testCaseFinished);
  }

  #attach(attachment: Attachment): void {
    const { testCaseStartedId = '', testStepId: stepId, mediaType, fileName, url, body } = attachment;
    const meta = { mediaType, fileName, url, size: body.length };
    this.#running.get(testCaseStartedId)?.attachments.push({ stepId, meta, failure: failureIn(attachment) });
  }

  #finish(finished: TestCaseFinished): void {
    const running = this.#running.get(finished.testCaseStartedId);
    const testCase = this.#testCases.get(running?.started.testCaseId ?? '');
    const pickle = this.#pickles.get(testCase?.pickleId ?? '');
    if (!running || !testCase || !pickle) return;
    const written = this.#written.get(pickle.astNodeIds[0] ?? '');
    this.#scenarios.push(playedScenario(running, { testCase, pickle, written }, finished));
    this.#running.delete(finished.testCaseStartedId);
  }

  #runHook({ result }: TestRunHookFinished): void {
    if (String(result.status) === 'PASSED') return;
    this.#problems.push(`Le banc n'a pu s'installer ou se ranger : ${result.message ?? result.status}`);
  }

  /** A run that failed without any scenario failing hides something, as a Playwright worker that died can. */
  #problemsOfEnd(): string[] {
    if (!this.#end || this.#end.success) return [];
    const said = this.#end.exception?.message ?? this.#end.message;
    if (said) return [`Le lanceur a échoué hors de tout scénario : ${said}`];
    const explained = this.#problems.length > 0 || this.#scenarios.some(({ status }) => status !== 'PASSED');
    return explained ? [] : ["Le lanceur dit avoir échoué, mais aucun scénario n'a échoué."];
  }
}
