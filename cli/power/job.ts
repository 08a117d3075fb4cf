import type { Diagnosis, Subject } from '../../reports/power/diagnosis.ts';
import type { PlannedScenario } from './plan.ts';

/** What a process of the campaign is asked: one subject, how it is chosen and what is played on it. */
export interface Job {
  readonly subject: Subject;
  readonly variable: string;
  readonly scenarios: readonly PlannedScenario[];
  readonly stopAtCatch: boolean;
  /** Spares it the scenarios to which it answers as the conforming portal does. */
  readonly sparing: boolean;
  /** It changes the target as well as the portal: the suite reads it as it loads, so a process serves only once. */
  readonly ownProcess: boolean;
}

/** What such a process says: that it is ready, that it is alive, scenario by scenario, then its diagnosis. */
export type Word =
  | { readonly kind: 'ready' }
  | { readonly kind: 'alive' }
  | { readonly kind: 'diagnosis'; readonly diagnosis: Diagnosis };
