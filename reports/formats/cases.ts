import type { Requirement } from '../catalogue.ts';
import type { PlayedScenario } from '../messages.ts';
import type { RequirementOutcome, RequirementVerdict, RunVerdict, ScenarioVerdict } from '../verdict.ts';

/** A scenario, or a row of an outline, as the tools of others count them: one requirement, one name, one outcome. */
export interface Case {
  readonly requirement: Requirement;
  /** Unique in the run: « EX-4.04 — Un mot de passe de 7 caractères est refusé ». */
  readonly name: string;
  readonly outcome: RequirementOutcome;
  /** Why, in French; empty where it is green. */
  readonly sentences: readonly string[];
  readonly proof?: string | undefined;
  /** Where the scenario is written, with slashes. */
  readonly file: string;
  readonly line?: number | undefined;
  readonly plays: readonly PlayedScenario[];
  /** All its plays together, in milliseconds. */
  readonly durationMs: number;
}

/** Returns the cases of a run, in the order of the catalogue. */
export function casesOf({ requirements }: Pick<RunVerdict, 'requirements'>): Case[] {
  return named(requirements.flatMap(casesOfRequirement));
}

function casesOfRequirement(judged: RequirementVerdict): Case[] {
  const { requirement, scenarios, outcome, reason } = judged;
  if (outcome === 'non applicable') {
    const why = { outcome, sentences: reason === undefined ? [] : [reason], proof: undefined };
    return scenarios.length === 0
      ? [unplayed(requirement, why)]
      : scenarios.map((scenario) => caseOf(requirement, { ...scenario, ...why }));
  }
  // A rule of which nothing is known must be counted somewhere.
  if (scenarios.length === 0) return [unplayed(requirement, { outcome, sentences: [] })];
  return scenarios.map((scenario) =>
    caseOf(requirement, { ...scenario, outcome: weighed(requirement, scenario) }),
  );
}

/** Advice that is not followed is no failure, for it never changes the verdict. */
function weighed({ obligation }: Requirement, { outcome }: ScenarioVerdict): RequirementOutcome {
  return obligation === 'devrait' && outcome === 'non conforme' ? 'réserve' : outcome;
}

type Weighed = Omit<ScenarioVerdict, 'outcome'> & { readonly outcome: RequirementOutcome };

function caseOf(requirement: Requirement, { name, outcome, sentences, proof, plays }: Weighed): Case {
  const [first] = plays;
  return {
    requirement,
    name: `${requirement.id} — ${titleOf(name, first)}`,
    outcome,
    sentences,
    proof,
    file: first?.uri ?? requirement.feature,
    line: first?.line ?? requirement.scenarios.find((written) => written.name === name)?.line,
    plays,
    durationMs: plays.reduce((sum, { durationMs }) => sum + durationMs, 0),
  };
}

function unplayed(
  requirement: Requirement,
  { outcome, sentences }: Pick<Weighed, 'outcome'> & { sentences: readonly string[] },
): Case {
  const name = `${requirement.id} — ${requirement.sentence}`;
  return { requirement, name, outcome, sentences, file: requirement.feature, plays: [], durationMs: 0 };
}

/** A row says its rank and its values: its name may be that of all the rows of its outline. */
function titleOf(name: string, played: PlayedScenario | undefined): string {
  if (played?.example === undefined) return name;
  const values = Object.entries(played.values ?? {}).map(([parameter, value]) => `${parameter} = ${value}`);
  return `${played.name} (exemple ${[played.example, ...(values.length === 0 ? [] : [values.join(', ')])].join(' : ')})`;
}

/** Several tools keep only the first of two cases that have one name. */
function named(cases: readonly Case[]): Case[] {
  const seen = new Map<string, number>();
  return cases.map((each) => {
    const times = (seen.get(each.name) ?? 0) + 1;
    seen.set(each.name, times);
    return times === 1 ? each : { ...each, name: `${each.name} (${times})` };
  });
}
