import type { PlayedScenario } from './played-scenario.ts';

/** What names a scenario from one play to another, and from one runner to the other; ids are drawn at each run. */
export function scenarioKey({ uri, requirements, scenario, line, example }: PlayedScenario): string {
  return JSON.stringify([uri, requirements, scenario, line ?? example ?? null]);
}

/** Plays by scenario, in the order of first appearance. */
export function byScenario(
  plays: Iterable<PlayedScenario>,
  keyOf: (played: PlayedScenario) => string = scenarioKey,
): Map<string, PlayedScenario[]> {
  return Map.groupBy(plays, keyOf);
}
