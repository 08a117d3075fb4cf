import type { Play, PlayedScenario } from './messages.ts';
import { byScenario } from './scenario-key.ts';
import { type ScenarioOutcome, scenarioVerdict } from './scenario-verdict.ts';

export interface Side {
  outcome: ScenarioOutcome | 'absent';
  sentences: string[];
}

/** A scenario on which two plays do not agree, or that one of them lacks. */
export interface Disagreement {
  uri: string;
  requirements: string[];
  scenario: string;
  line?: number | undefined;
  example?: number | undefined;
  a: Side;
  b: Side;
}

/** Where two plays of the same features disagree, as the two runners must not. */
export function parityOf(a: Play, b: Play): Disagreement[] {
  const left = byScenario(a.scenarios);
  const right = byScenario(b.scenarios);
  return [...new Set([...left.keys(), ...right.keys()])].flatMap((key) =>
    disagreement(left.get(key) ?? [], right.get(key) ?? []),
  );
}

function disagreement(left: PlayedScenario[], right: PlayedScenario[]): Disagreement[] {
  const [a, b] = [sideOf(left), sideOf(right)];
  const [known] = [...left, ...right];
  if (!known || a.outcome === b.outcome) return [];
  const { uri, requirements, scenario, line, example } = known;
  return [{ uri, requirements, scenario, line, example, a, b }];
}

function sideOf([first, ...others]: PlayedScenario[]): Side {
  if (!first) return { outcome: 'absent', sentences: [] };
  const { outcome, sentences } = scenarioVerdict([first, ...others]);
  return { outcome, sentences };
}
