import { type Diagnosis, failing, isCaught, type Kind, type Mode, wronglyFailing } from './diagnosis.ts';
import { type Figures, figuresOf } from './figures.ts';
import { type Outcome, outcomeOf } from './outcome.ts';

/** What a requirement is to a subject: why its cell looks as it does. */
export type Cell = 'caught' | 'collateral' | 'wrong' | 'missed' | 'unproven' | 'kept' | 'unplayed';

/** One subject, and what each requirement said of it. */
export interface Row {
  readonly diagnosis: Diagnosis;
  readonly outcome: Outcome;
  /** As many as there are requirements, in their order. */
  readonly cells: readonly Cell[];
}

/** Subjects × requirements. Plain data: it is written as JSON, and drawn. */
export interface Matrix {
  readonly kind: Kind;
  readonly mode: Mode;
  readonly figures: Figures;
  readonly requirements: readonly string[];
  readonly rows: readonly Row[];
}

/** Sets out a campaign's diagnoses against the requirements, in the order of what they break. */
export function matrixOf(
  kind: Kind,
  mode: Mode,
  requirements: readonly string[],
  diagnoses: readonly Diagnosis[],
): Matrix {
  const sorted = [...diagnoses].sort((a, b) => keyOf(a).localeCompare(keyOf(b), 'fr'));
  const rows = sorted.map((diagnosis) => ({
    diagnosis,
    outcome: outcomeOf(kind, diagnosis),
    cells: requirements.map((id) => (kind === 'sentinels' ? sentinelCell : cellOf)(diagnosis, id)),
  }));
  return { kind, mode, figures: figuresOf(kind, mode, diagnoses), requirements, rows };
}

function keyOf({ subject }: Diagnosis): string {
  return `${subject.breaks ?? ''} ${subject.id}`;
}

/** A sentinel breaks everything: whatever accuses it is right. */
function sentinelCell(diagnosis: Diagnosis, id: string): Cell {
  const cell = cellOf(diagnosis, id);
  return cell === 'wrong' ? 'caught' : cell;
}

function cellOf(diagnosis: Diagnosis, id: string): Cell {
  const { subject, findings } = diagnosis;
  const own = id === subject.breaks && subject.equivalent === undefined;
  if (own) return isCaught(diagnosis) ? 'caught' : 'missed';
  const outcome = findings[id]?.outcome;
  if (outcome === undefined || outcome === 'non applicable') return 'unplayed';
  if (wronglyFailing(diagnosis).includes(id)) return 'wrong';
  if (failing(diagnosis).includes(id)) return 'collateral';
  return outcome === 'conforme' ? 'kept' : 'unproven';
}
