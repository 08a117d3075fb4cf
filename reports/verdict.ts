import { type Catalogue, LEVELS, type Level, type Requirement } from './catalogue.ts';
import type { Play, PlayedScenario } from './messages.ts';
import { type RequirementVerdict, requirementVerdict, type TargetView } from './requirement-verdict.ts';
import { EXIT_CODES, type RunOutcome, runOutcome } from './run-outcome.ts';

export type { RequirementOutcome, RequirementVerdict, TargetView } from './requirement-verdict.ts';
export type { RunOutcome } from './run-outcome.ts';
export type { ScenarioOutcome, ScenarioVerdict } from './scenario-verdict.ts';

export interface VerdictInput {
  catalogue: Catalogue;
  target: TargetView;
  /** The first play, then the play again of what failed. Shards of one play are one `Play`. */
  plays: readonly Play[];
  levels?: readonly Level[];
  /** Only a selection was asked for: it never certifies. */
  partial?: boolean;
  /** Ids of the requirements selected; without it, a partial run is judged on what it played. */
  selection?: readonly string[];
  /** Why the pre-flight failed, when no message says so: then the run says nothing of the portal. */
  preflightFailure?: string;
  /** What broke around the plays, in French, when no message says so. */
  problems?: readonly string[];
  /** Why what was measured can't be concluded from, in French: the portal changed on the way. */
  doubts?: readonly string[];
}

/** A run, judged. Plain data: it can be written as JSON. */
export interface RunVerdict {
  outcome: RunOutcome;
  /** The outcome as shown, « PARTIEL — NON CONFORME » for a selection. */
  label: string;
  code: 0 | 1 | 2 | 3;
  partial: boolean;
  target: TargetView;
  levels: Level[];
  levelsNotAssessed: Level[];
  /** In the order of the catalogue; the levels asked for only, and in a partial run the selection only. */
  requirements: RequirementVerdict[];
  /** Scenarios played that no requirement of the catalogue claims; they weigh nothing. */
  strays: string[];
  /** A play does not tell its end. */
  interrupted: boolean;
  /** What broke outside of any scenario, the pre-flight first. */
  problems: string[];
  /** Why what was measured can't be concluded from. */
  doubts: string[];
  /** Scenarios played, each counted once however often it was. */
  played: number;
}

/** What a run is judged on where nothing is asked. */
export const DEFAULT_LEVELS: readonly Level[] = ['essentiel', 'robuste'];

/** Judges a run: what should have run, on what, against what was played. */
export function verdict(input: VerdictInput): RunVerdict {
  const { catalogue, target, plays, levels = DEFAULT_LEVELS, partial = false } = input;
  const preflightFailure = input.preflightFailure ?? lossIn(plays);
  const requirements = judged(input, levels);
  const interrupted = plays.length === 0 || plays.some(({ complete }) => !complete);
  const problems = [...plays.flatMap((play) => play.problems), ...(input.problems ?? [])];
  const doubts = [...(input.doubts ?? [])];
  const outcome = runOutcome({
    outcomes: requirements.map((requirement) => requirement.outcome),
    preflightFailed: preflightFailure !== undefined,
    benchBroken: problems.length > 0,
    interrupted,
    doubted: doubts.length > 0,
    partial,
  });
  return {
    outcome,
    label: partial && outcome !== 'PARTIEL' ? `PARTIEL — ${outcome}` : outcome,
    code: EXIT_CODES[outcome],
    partial,
    target,
    levels: LEVELS.filter((level) => levels.includes(level)),
    levelsNotAssessed: LEVELS.filter((level) => !levels.includes(level)),
    requirements,
    strays: straysOf(catalogue, plays),
    interrupted,
    problems: preflightFailure === undefined ? problems : [preflightFailure, ...problems],
    doubts,
    played: requirements.flatMap(({ scenarios }) => scenarios).filter((scenario) => scenario.plays.length > 0)
      .length,
  };
}

/** The pre-flight is made again when the portal or its mailbox no longer answers, and says so where it failed. */
function lossIn(plays: readonly Play[]): string | undefined {
  const failures = plays.flatMap(({ scenarios }) => scenarios).flatMap((played) => played.failures);
  return failures.find(({ lost }) => lost)?.sentence;
}

function judged(input: VerdictInput, levels: readonly Level[]): RequirementVerdict[] {
  const { catalogue, target, plays, partial = false, selection } = input;
  const scenarios = plays.flatMap((play) => play.scenarios);
  const byRequirement = (id: string) => scenarios.filter(({ requirements }) => requirements.includes(id));
  return catalogue.requirements
    .filter(({ level }) => levels.includes(level))
    .map((requirement) => ({ requirement, played: byRequirement(requirement.id) }))
    .filter(({ requirement, played }) => !partial || isSelected(requirement, played, selection))
    .map(({ requirement, played }) =>
      requirementVerdict(requirement, played, { target, missingCount: !partial || selection !== undefined }),
    );
}

function isSelected({ id }: Requirement, played: PlayedScenario[], selection?: readonly string[]): boolean {
  return selection ? selection.includes(id) : played.length > 0;
}

function straysOf({ requirements }: Catalogue, plays: readonly Play[]): string[] {
  const known = new Set(requirements.map(({ id }) => id));
  const strays = plays
    .flatMap(({ scenarios }) => scenarios)
    .filter((played) => !played.requirements.some((id) => known.has(id)));
  return [...new Set(strays.map(({ uri, name }) => `${uri} : ${name}`))];
}
