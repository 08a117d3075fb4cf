import { stepName } from './names.ts';
import type { RequirementOutcome, RequirementVerdict, RunVerdict } from './verdict.ts';

const COLUMNS: readonly { title: string; outcomes: readonly RequirementOutcome[] }[] = [
  { title: 'conforme', outcomes: ['conforme'] },
  { title: 'non conforme', outcomes: ['non conforme'] },
  // Whatever the reason, what is not proven is one number: a reader must not have to add up excuses.
  { title: 'non prouvée', outcomes: ['erreur du banc', 'instable', 'non vérifiable', 'non jouée'] },
  { title: 'réserve', outcomes: ['réserve'] },
  { title: 'sans objet', outcomes: ['non applicable'] },
];

const FIRST_COLUMN = 24;

/** How many requirements of each step are proven, refuted, or neither, in numbers. */
export interface StepCounts {
  /** Of the columns. */
  readonly titles: readonly string[];
  /** One for each step, and one for all where there are several. */
  readonly rows: readonly { readonly title: string; readonly counts: readonly number[] }[];
}

/** Counts the requirements of each step by what is known of them. */
export function stepCounts({ requirements }: Pick<RunVerdict, 'requirements'>): StepCounts {
  const bySteps = Map.groupBy(requirements, ({ requirement }) => requirement.step);
  const rows = [...bySteps]
    .sort(([a], [b]) => a - b)
    .map(([step, group]) => ({ title: stepName(step), counts: countsOf(group) }));
  const all = { title: 'Ensemble', counts: countsOf(requirements) };
  return { titles: COLUMNS.map(({ title }) => title), rows: rows.length > 1 ? [...rows, all] : rows };
}

/** How many requirements of each step are proven, refuted, or neither, for the terminal. */
export function stepTable(run: RunVerdict): string[] {
  const { titles, rows } = stepCounts(run);
  const header = ' '.repeat(FIRST_COLUMN) + titles.map((title) => `  ${title}`).join('');
  return [
    header,
    ...rows.map(({ title, counts }) => {
      const cells = counts.map(
        (count, column) => `  ${String(count || '·').padStart(titles[column]?.length ?? 0)}`,
      );
      return `  ${title}`.padEnd(FIRST_COLUMN) + cells.join('');
    }),
  ];
}

function countsOf(group: readonly RequirementVerdict[]): number[] {
  return COLUMNS.map(({ outcomes }) => group.filter(({ outcome }) => outcomes.includes(outcome)).length);
}
