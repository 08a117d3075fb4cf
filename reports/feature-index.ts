import type { FeatureChild, GherkinDocument, Rule, RuleChild, Scenario } from '@cucumber/messages';

/** A scenario as it is written, which a pickle (its name already filled in) no longer tells. */
export interface WrittenScenario {
  name: string;
  rule?: string | undefined;
  /** Rank, from 1, of each example row among all the tables of the outline, by the row's id. */
  rows: ReadonlyMap<string, number>;
}

/** The scenarios of a feature, by the id that their pickles point to. */
export function writtenScenarios({ feature }: GherkinDocument): Map<string, WrittenScenario> {
  return new Map((feature?.children ?? []).flatMap(scenariosOf).map((entry) => [entry.id, entry.written]));
}

function scenariosOf({ rule, scenario }: FeatureChild): { id: string; written: WrittenScenario }[] {
  if (rule) return rule.children.flatMap((child) => scenarioIn(child, rule));
  return scenarioIn(scenario ? { scenario } : {});
}

function scenarioIn({ scenario }: RuleChild, rule?: Rule): { id: string; written: WrittenScenario }[] {
  if (!scenario) return [];
  return [{ id: scenario.id, written: { name: scenario.name, rule: rule?.name, rows: rowsOf(scenario) } }];
}

function rowsOf({ examples }: Scenario): Map<string, number> {
  const rows = examples.flatMap((table) => table.tableBody);
  return new Map(rows.map((row, index) => [row.id, index + 1]));
}
