import type { RequirementOutcome } from '../verdict.ts';
import type { ComparedRun } from './compared-run.ts';

/** The runs of one environment, from the oldest. */
export interface Environment {
  readonly name: string;
  readonly url: string;
  readonly runs: readonly ComparedRun[];
}

/** A requirement that all runs assessed. */
export interface Row {
  readonly id: string;
  readonly sentence: string;
  /** One for each run, in the order of the environments and of their runs. */
  readonly outcomes: readonly RequirementOutcome[];
  readonly differs: boolean;
  /** Where it changed although nothing had: the same environment, in the same version. In French, where and what. */
  readonly unstable: readonly string[];
  /** The runs did not play the same wording of this rule. */
  readonly reworded: boolean;
}

export interface Comparison {
  readonly environments: readonly Environment[];
  /** What differs first, then what does not; each in the order of the catalogue. */
  readonly rows: readonly Row[];
  /** What some runs did not assess, and is therefore not compared. */
  readonly notCommon: readonly string[];
}

/** Compares runs, on the requirements that they have all assessed. */
export function comparisonOf(runs: readonly ComparedRun[]): Comparison {
  const environments = environmentsOf(runs);
  const ordered = environments.flatMap((environment) => environment.runs);
  const known = [...new Set(runs.flatMap(({ requirements }) => [...requirements.keys()]))].sort(byNumber);
  const isCommon = (id: string): boolean => runs.every(({ requirements }) => requirements.has(id));
  const rows = known.filter(isCommon).map((id) => rowOf(id, ordered, environments));
  return {
    environments,
    rows: [...rows.filter(({ differs }) => differs), ...rows.filter(({ differs }) => !differs)],
    notCommon: known.filter((id) => !isCommon(id)),
  };
}

/** « EX-2.10 » comes after « EX-2.09 », and as the catalogue's own numbers do. */
function byNumber(a: string, b: string): number {
  return a.localeCompare(b, 'fr', { numeric: true });
}

function environmentsOf(runs: readonly ComparedRun[]): Environment[] {
  const groups = Map.groupBy(runs, ({ environment: { name, url } }) => JSON.stringify([name, url]));
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    const sorted = group.toSorted((a, b) => (a.startedAt ?? 0) - (b.startedAt ?? 0));
    return first === undefined ? [] : [{ ...first.environment, runs: sorted }];
  });
}

function rowOf(id: string, runs: readonly ComparedRun[], environments: readonly Environment[]): Row {
  const found = runs.flatMap(({ requirements }) => requirements.get(id) ?? []);
  const outcomes = found.map(({ outcome }) => outcome);
  return {
    id,
    sentence: found.at(-1)?.sentence ?? '',
    outcomes,
    differs: new Set(outcomes).size > 1,
    unstable: environments.flatMap((environment) => instabilities(id, environment)),
    reworded: new Set(found.map(({ digest }) => digest)).size > 1,
  };
}

/** What is not known to have changed (no version is told) is taken for the same. */
function instabilities(id: string, { name, runs }: Environment): string[] {
  const byVersion = Map.groupBy(runs, ({ version = '' }) => version);
  return [...byVersion].flatMap(([version, same]) => {
    const outcomes = same.flatMap(({ requirements }) => requirements.get(id)?.outcome ?? []);
    const isSteady = new Set(outcomes).size < 2 && !outcomes.includes('instable');
    if (isSteady) return [];
    const times = Map.groupBy(outcomes, (outcome) => outcome);
    const said = [...times].map(([outcome, list]) => `${outcome} ${list.length} fois`).join(', ');
    return [`${name}${version === '' ? '' : `, version ${version}`} : ${said}`];
  });
}
