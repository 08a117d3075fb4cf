import type { Requirement } from '../../reports/catalogue.ts';
import type { Mode, Subject } from '../../reports/power/diagnosis.ts';

/** A scenario to play, and where it stands. */
export interface PlannedScenario {
  readonly requirement: string;
  readonly name: string;
  /** `features/4-activation.feature:12` */
  readonly place: string;
}

/**
 * Returns the scenarios to play on a subject, in order. Full, or with no requirement to catch it: the whole suite.
 * Quick: those of its requirement, the one that caught it last first.
 */
export function planOf(
  requirements: readonly Requirement[],
  { breaks }: Subject,
  mode: Mode,
  lastCaughtBy?: string | null,
): PlannedScenario[] {
  const wanted = requirements.filter(({ id }) => mode === 'full' || breaks === undefined || id === breaks);
  const plan = wanted.flatMap(({ id, feature, scenarios }) =>
    scenarios.map(({ name, line }) => ({ requirement: id, name, place: `${feature}:${line}` })),
  );
  if (mode === 'full') return plan;
  return [
    ...plan.filter(({ name }) => name === lastCaughtBy),
    ...plan.filter(({ name }) => name !== lastCaughtBy),
  ];
}
