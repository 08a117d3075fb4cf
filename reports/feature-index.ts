import type { FeatureChild, GherkinDocument, Rule, RuleChild, Scenario, TableRow } from '@cucumber/messages';

/** A scenario as it is written, which a pickle (its name already filled in) no longer tells. */
export interface WrittenScenario {
  name: string;
  rule?: string | undefined;
  /** Each example row, by its id. */
  rows: ReadonlyMap<string, ExampleRow>;
}

/** A row of an outline's examples. */
export interface ExampleRow {
  /** From 1, among all the tables of the outline. */
  rank: number;
  /** What it gives to each parameter, by the parameter's name. */
  values: Readonly<Record<string, string>>;
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

function rowsOf({ examples }: Scenario): Map<string, ExampleRow> {
  const rows = examples.flatMap(({ tableHeader, tableBody }) =>
    tableBody.map((row) => ({ id: row.id, values: valuesOf(row, tableHeader) })),
  );
  return new Map(rows.map(({ id, values }, index) => [id, { rank: index + 1, values }]));
}

function valuesOf({ cells }: TableRow, header: TableRow | undefined): Record<string, string> {
  return Object.fromEntries(
    (header?.cells ?? []).map(({ value }, column) => [value, cells[column]?.value ?? '']),
  );
}
