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

/** How many requirements of each step are proven, refuted, or neither. */
export function stepTable({ requirements }: RunVerdict): string[] {
  const bySteps = Map.groupBy(requirements, ({ requirement }) => requirement.step);
  const rows = [...bySteps].sort(([a], [b]) => a - b).map(([step, group]) => rowOf(stepName(step), group));
  const header = ' '.repeat(FIRST_COLUMN) + COLUMNS.map(({ title }) => `  ${title}`).join('');
  return [header, ...rows, ...(rows.length > 1 ? [rowOf('Ensemble', requirements)] : [])];
}

function rowOf(title: string, group: readonly RequirementVerdict[]): string {
  const cells = COLUMNS.map((column) => {
    const total = group.filter(({ outcome }) => column.outcomes.includes(outcome)).length;
    return `  ${String(total || '·').padStart(column.title.length)}`;
  });
  return `  ${title}`.padEnd(FIRST_COLUMN) + cells.join('');
}
