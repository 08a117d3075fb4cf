import type { Envelope } from '@cucumber/messages';
import type { Catalogue, Requirement } from './catalogue.ts';
import { FAILURE_MEDIA_TYPE, type Failure } from './failure.ts';
import type { StepStatus } from './played-scenario.ts';
import type { TargetView } from './requirement-verdict.ts';

export interface StepSpec {
  type?: 'Context' | 'Action' | 'Outcome' | 'Unknown' | 'Hook';
  status?: StepStatus;
  failure?: Failure | Failure[] | 'illisible';
  message?: string;
  /** -1 is what playwright-bdd writes of a step that never ended. */
  seconds?: number;
}

export interface ScenarioSpec {
  name: string;
  requirement?: string;
  uri?: string;
  steps?: StepSpec[];
  line?: number;
  /** The name as written and the rank of the row, for an outline. */
  outline?: { name: string; row: number };
  unfinished?: boolean;
}

export interface RunSpec {
  base64?: boolean;
  success?: boolean;
  killed?: boolean;
}

export const PASSED: StepSpec[] = [{ type: 'Context' }, { type: 'Action' }, { type: 'Outcome' }];

/** A passed play, then a failure in a step of the given type. */
export function failingIn(
  type: StepSpec['type'],
  failure?: StepSpec['failure'],
  message = 'Error: boum',
): StepSpec[] {
  const step: StepSpec = { status: 'FAILED', message };
  if (type) step.type = type;
  if (failure) step.failure = failure;
  return [{ type: 'Context' }, step, { type: 'Outcome', status: 'SKIPPED' }];
}

export function finding(sentence: string, more: Partial<Failure> = {}): Failure {
  return { kind: 'finding', sentence, ...more };
}

/** Messages as a runner would write them for these scenarios, reduced to what the reader looks at. */
export function messagesOf(
  specs: ScenarioSpec[],
  { base64 = false, success, killed = false }: RunSpec = {},
): Envelope[] {
  const failed = specs.some(({ steps = PASSED }) =>
    steps.some(({ status = 'PASSED' }) => status !== 'PASSED'),
  );
  const end = { testRunFinished: { success: success ?? !failed, timestamp: at(99) } };
  const envelopes: unknown[] = [
    { meta: {} },
    ...specs.flatMap((spec, index) => scenarioMessages(spec, `s${index}`, base64)),
    ...(killed ? [] : [end]),
  ];
  return envelopes as Envelope[];
}

export function ndjson(envelopes: Envelope[]): string {
  return envelopes.map((envelope) => `${JSON.stringify(envelope)}\n`).join('');
}

function scenarioMessages(spec: ScenarioSpec, id: string, base64: boolean): unknown[] {
  const { steps = PASSED } = spec;
  return [
    { gherkinDocument: { uri: spec.uri, comments: [], feature: { children: [{ rule: ruleOf(spec, id) }] } } },
    { pickle: pickleOf(spec, id, steps) },
    {
      testCase: { id: `${id}-case`, pickleId: id, testSteps: steps.map((step, n) => testStep(step, id, n)) },
    },
    { testCaseStarted: { id: `${id}-run`, testCaseId: `${id}-case`, attempt: 0, timestamp: at(1) } },
    ...steps.flatMap((step, n) => stepMessages(step, id, n, base64)),
    ...(spec.unfinished
      ? []
      : [{ testCaseFinished: { testCaseStartedId: `${id}-run`, willBeRetried: false, timestamp: at(50) } }]),
  ];
}

function ruleOf({ name, outline }: ScenarioSpec, id: string): unknown {
  const cells = (value: string) => [{ value }];
  const rows = Array.from({ length: outline?.row ?? 0 }, (_, n) => ({
    id: `${id}-row${n + 1}`,
    cells: cells(`v${n + 1}`),
  }));
  const tableHeader = { id: `${id}-head`, cells: cells('valeur') };
  // Two tables, so that ranks must run over both.
  const examples = [
    { tableHeader, tableBody: rows.slice(0, 1) },
    { tableHeader, tableBody: rows.slice(1) },
  ];
  return {
    name: 'Une règle',
    children: [{ scenario: { id: `${id}-ast`, name: outline?.name ?? name, examples } }],
  };
}

function pickleOf(spec: ScenarioSpec, id: string, steps: StepSpec[]): unknown {
  const { name, requirement = 'EX-1.01', uri = 'features/1-identification.feature', outline, line } = spec;
  return {
    id,
    uri,
    name,
    location: line === undefined ? undefined : { line },
    astNodeIds: [`${id}-ast`, ...(outline ? [`${id}-row${outline.row}`] : [])],
    tags: [{ name: `@${requirement}` }, { name: '@essentiel' }],
    steps: steps.flatMap(({ type = 'Action' }, n) =>
      type === 'Hook' ? [] : [{ id: `${id}-p${n}`, text: `étape ${n}`, type, astNodeIds: [] }],
    ),
  };
}

function testStep({ type }: StepSpec, id: string, n: number): unknown {
  return type === 'Hook'
    ? { id: `${id}-t${n}`, hookId: 'hook' }
    : { id: `${id}-t${n}`, pickleStepId: `${id}-p${n}` };
}

function stepMessages(step: StepSpec, id: string, n: number, base64: boolean): unknown[] {
  const { status = 'PASSED', message, failure, seconds = 0 } = step;
  const ids = { testCaseStartedId: `${id}-run`, testStepId: `${id}-t${n}` };
  const testStepResult = { status, message, duration: { seconds, nanos: 0 } };
  return [
    { testStepStarted: { ...ids, timestamp: at(2 + n) } },
    ...[failure ?? []].flat().map((said) => ({ attachment: { ...ids, ...attachmentOf(said, base64) } })),
    { testStepFinished: { ...ids, testStepResult, timestamp: at(3 + n) } },
  ];
}

function attachmentOf(failure: Failure | 'illisible', base64: boolean): object {
  const text = failure === 'illisible' ? '{"kind":' : JSON.stringify(failure);
  return {
    mediaType: FAILURE_MEDIA_TYPE,
    fileName: 'constat',
    body: base64 ? Buffer.from(text).toString('base64') : text,
    contentEncoding: base64 ? 'BASE64' : 'IDENTITY',
  };
}

function at(seconds: number): { seconds: number; nanos: number } {
  return { seconds, nanos: 0 };
}

/** A requirement of one scenario named after it, unless told otherwise. */
export function requirement(id: string, more: Partial<Requirement> = {}): Requirement {
  return {
    id,
    sentence: `La règle ${id}`,
    feature: 'features/1-identification.feature',
    step: Number(id.slice(3, 4)),
    level: 'essentiel',
    obligation: 'exige',
    conditions: [],
    scenarios: [{ name: `scénario ${id}`, examples: 0, line: 3 }],
    digest: 'sha256-0',
    ...more,
  };
}

export function catalogueOf(...requirements: Requirement[]): Catalogue {
  return { version: 1, requirements };
}

/** The scenario that `requirement(id)` expects. */
export function scenarioOf(id: string, steps: StepSpec[] = PASSED): ScenarioSpec {
  return { name: `scénario ${id}`, requirement: id, steps, line: 3 };
}

export const TARGET: TargetView = { name: 'Portail', url: 'https://recette.acme.test/', lacks: [] };
