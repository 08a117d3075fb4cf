import type { PlayedScenario } from '../messages.ts';
import type { RequirementOutcome } from '../verdict.ts';
import { type Case, casesOf } from './cases.ts';
import type { FormatInput, WrittenFormat } from './input.ts';

/** The version of the Common Test Report Format that is written here. */
const SPEC_VERSION = '0.0.0';

const STATUSES = ['passed', 'failed', 'skipped', 'pending', 'other'] as const;

type Status = (typeof STATUSES)[number];

/** What each outcome is there; `rawStatus` keeps our own word. */
const STATUS_OF: Readonly<Record<RequirementOutcome, Status>> = {
  conforme: 'passed',
  // Advice: the verdict is the same with it and without.
  réserve: 'passed',
  'non conforme': 'failed',
  'non applicable': 'skipped',
  'non vérifiable': 'skipped',
  'non jouée': 'pending',
  // Neither the portal's success nor its failure.
  instable: 'other',
  'erreur du banc': 'other',
};

/** Writes a run in the Common Test Report Format (ctrf.io), which dashboards of several makers read. */
export function ctrf({ verdict, suite, run }: FormatInput): WrittenFormat {
  const cases = casesOf(verdict);
  const { target, label, code, partial, levels, levelsNotAssessed, problems, doubts, interrupted } = verdict;
  const start = Date.parse(run.startedAt);
  const durationMs = Math.round(run.durationMs);
  const version = run.version?.before ?? target.version;
  const report = {
    reportFormat: 'CTRF',
    specVersion: SPEC_VERSION,
    runId: run.nonce,
    timestamp: new Date(start + durationMs).toISOString(),
    generatedBy: `${suite.name} ${suite.version}`,
    results: {
      tool: { name: suite.name, version: suite.version },
      summary: {
        ...countsOf(cases),
        suites: new Set(cases.map(({ file }) => file)).size,
        start,
        stop: start + durationMs,
        duration: durationMs,
      },
      tests: cases.map(testOf),
      environment: {
        appName: target.name,
        ...(version === undefined ? {} : { appVersion: version }),
        testEnvironment: target.url,
      },
      extra: {
        verdict: { label, code, partial, levels, levelsNotAssessed, problems, doubts, interrupted },
        seed: run.seed,
        nonce: run.nonce,
      },
    },
  };
  return { file: 'ctrf.json', text: `${JSON.stringify(report, undefined, 2)}\n` };
}

function countsOf(cases: readonly Case[]): Record<Status | 'tests' | 'flaky', number> {
  const having = (status: Status): number =>
    cases.filter(({ outcome }) => STATUS_OF[outcome] === status).length;
  return {
    tests: cases.length,
    passed: having('passed'),
    failed: having('failed'),
    skipped: having('skipped'),
    pending: having('pending'),
    other: having('other'),
    flaky: cases.filter(isFlaky).length,
  };
}

function testOf(each: Case): Record<string, unknown> {
  const { requirement, name, outcome, sentences, file, line, plays, durationMs, proof } = each;
  const first = plays[0];
  const earlier = plays.slice(0, -1);
  return {
    name,
    status: STATUS_OF[outcome],
    rawStatus: outcome,
    duration: Math.round(durationMs),
    ...(first === undefined
      ? {}
      : { start: Math.round(first.startedAt), stop: stopOf(plays.at(-1) ?? first) }),
    suite: [file, `${requirement.id} — ${requirement.sentence}`],
    ...(sentences.length === 0 ? {} : { message: sentences.join('\n') }),
    ...(line === undefined ? {} : { line }),
    filePath: file,
    type: 'e2e',
    labels: {
      exigence: requirement.id,
      niveau: requirement.level,
      obligation: requirement.obligation,
      ...(proof === undefined ? {} : { preuve: proof }),
    },
    ...(earlier.length === 0 ? {} : { retries: earlier.length, retryAttempts: earlier.map(attemptOf) }),
    flaky: isFlaky(each),
  };
}

function stopOf({ startedAt, durationMs }: PlayedScenario): number {
  return Math.round(startedAt + durationMs);
}

function attemptOf(played: PlayedScenario, index: number): Record<string, unknown> {
  const { status, durationMs, startedAt, failures } = played;
  const message = failures.map(({ sentence }) => sentence).join('\n');
  return {
    attempt: index + 1,
    status: status === 'PASSED' ? 'passed' : 'failed',
    duration: Math.round(durationMs),
    start: Math.round(startedAt),
    stop: stopOf(played),
    ...(message === '' ? {} : { message }),
  };
}

/** As the format means it: passed in the end, after a failure. */
function isFlaky({ outcome, plays }: Case): boolean {
  return outcome === 'instable' && plays.at(-1)?.status === 'PASSED';
}
