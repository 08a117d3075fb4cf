import type { Requirement } from './catalogue.ts';
import type { PlayedScenario } from './played-scenario.ts';
import { byScenario, scenarioKey } from './scenario-key.ts';
import { type Outcome, type ScenarioVerdict, scenarioVerdict, worstOf } from './scenario-verdict.ts';

export type RequirementOutcome = Outcome | 'non applicable';

/** What reports need to know of the target. */
export interface TargetView {
  name: string;
  url: string;
  /** Names of the things it lacks: `captcha` waives the requirements that bear `si-captcha`. */
  lacks: readonly string[];
  /** Why it lacks them, in its own words, by name. */
  reasons?: Readonly<Record<string, string>>;
  /** The functions of its own that take the place of the driver's, by the keys that hold them. */
  overrides?: readonly string[];
  /** Who lets the suite create accounts there, and until when, where the address is nobody's test bench. */
  authorised?: { by: string; until: string };
  vendor?: string;
  version?: string;
}

export interface RequirementVerdict {
  requirement: Requirement;
  outcome: RequirementOutcome;
  /** Why it is not applicable. */
  reason?: string | undefined;
  /** What was played, plus what should have been and was not. */
  scenarios: ScenarioVerdict[];
}

/** The verdict on one requirement from the plays of its scenarios, whatever the order in which they came. */
export function requirementVerdict(
  requirement: Requirement,
  plays: readonly PlayedScenario[],
  { target, missingCount }: { target: TargetView; missingCount: boolean },
): RequirementVerdict {
  const scenarios = [...playedScenarios(plays), ...(missingCount ? notPlayed(requirement, plays) : [])];
  const waived = requirement.conditions
    .map((name) => name.replace(/^si-/, ''))
    .find((name) => target.lacks.includes(name));
  if (waived === undefined) return { requirement, outcome: worst(requirement, scenarios), scenarios };
  const reason = target.reasons?.[waived] ?? `la cible déclare ne pas avoir « ${waived} »`;
  return { requirement, outcome: 'non applicable', reason, scenarios };
}

function worst({ obligation }: Requirement, scenarios: ScenarioVerdict[]): Outcome {
  const advice = obligation === 'devrait';
  return worstOf<Outcome>(
    scenarios.map(({ outcome }) => (advice && outcome === 'non conforme' ? 'réserve' : outcome)),
  );
}

function playedScenarios(plays: readonly PlayedScenario[]): ScenarioVerdict[] {
  const groups = byScenario(plays, (played) => `${played.project ?? ''} ${scenarioKey(played)}`);
  return [...groups.values()].flatMap(([first, ...others]) =>
    first ? [scenarioVerdict([first, ...others])] : [],
  );
}

/** The catalogue says what should have run, so that what did not run cannot look green. */
function notPlayed(requirement: Requirement, plays: readonly PlayedScenario[]): ScenarioVerdict[] {
  const expected = Map.groupBy(requirement.scenarios, ({ name }) => name);
  const played = Map.groupBy(plays, ({ scenario }) => scenario);
  return [...expected].flatMap(([name, entries]) => {
    const wanted = entries.reduce((sum, { examples }) => sum + Math.max(1, examples), 0);
    const got = byScenario(played.get(name) ?? []).size;
    return got < wanted ? [missing(name, got, wanted)] : [];
  });
}

function missing(name: string, got: number, wanted: number): ScenarioVerdict {
  const sentence =
    wanted > 1 ? `« ${name} » : ${got} cas joué(s) sur ${wanted}.` : `« ${name} » n'a pas été joué.`;
  return { name, outcome: 'non jouée', sentences: [sentence], plays: [] };
}
