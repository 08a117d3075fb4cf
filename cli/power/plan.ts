import type { Requirement } from '../../reports/catalogue.ts';
import type { Mode, Subject } from '../../reports/power/diagnosis.ts';
import { DEFAULT_LEVELS } from '../../reports/verdict.ts';

/** A scenario to play, and where it stands. */
export interface PlannedScenario {
  readonly requirement: string;
  readonly name: string;
  /** `features/4-activation.feature:12` */
  readonly place: string;
}

/**
 * Returns the scenarios to play on a subject, in order. With no requirement to catch it: the whole suite. Full: what a run
 * plays unless told otherwise, and the level of its requirement, asked for by name. Quick: those of its requirement, the
 * one that caught it last first.
 */
export function planOf(
  requirements: readonly Requirement[],
  { breaks }: Subject,
  mode: Mode,
  lastCaughtBy?: string | null,
): PlannedScenario[] {
  const own = requirements.find(({ id }) => id === breaks);
  const wanted = requirements.filter(({ id, level }) => {
    if (breaks === undefined) return true;
    return mode === 'full' ? level === own?.level || DEFAULT_LEVELS.includes(level) : id === breaks;
  });
  const plan = wanted.flatMap(({ id, feature, scenarios }) =>
    scenarios.map(({ name, line }) => ({ requirement: id, name, place: `${feature}:${line}` })),
  );
  if (mode === 'full') return plan;
  return [
    ...plan.filter(({ name }) => name === lastCaughtBy),
    ...plan.filter(({ name }) => name !== lastCaughtBy),
  ];
}
