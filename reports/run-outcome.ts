import type { RequirementOutcome } from './requirement-verdict.ts';

export type RunOutcome = 'CONFORME' | 'NON CONFORME' | 'INCOMPLET' | 'ERREUR DU BANC' | 'PARTIEL';

/** Exit code of the command, which CI reads. */
export const EXIT_CODES: Readonly<Record<RunOutcome, 0 | 1 | 2 | 3>> = {
  CONFORME: 0,
  PARTIEL: 0,
  'NON CONFORME': 1,
  INCOMPLET: 2,
  'ERREUR DU BANC': 3,
};

export interface RunFacts {
  outcomes: readonly RequirementOutcome[];
  preflightFailed: boolean;
  /** Something broke outside of any scenario. */
  benchBroken: boolean;
  /** A play does not tell its end. */
  interrupted: boolean;
  /** Something makes what was measured doubtful: the portal changed on the way. */
  doubted: boolean;
  /** Only a selection was asked for. */
  partial: boolean;
}

/** The outcome of a run; the order of the lines is the rule. */
export function runOutcome({ outcomes, ...facts }: RunFacts): RunOutcome {
  const any = (...wanted: RequirementOutcome[]) => wanted.some((outcome) => outcomes.includes(outcome));
  if (facts.preflightFailed) return 'ERREUR DU BANC';
  if (any('non conforme')) return 'NON CONFORME';
  if (facts.benchBroken || any('erreur du banc')) return 'ERREUR DU BANC';
  if (facts.interrupted || facts.doubted || any('non vérifiable', 'instable', 'non jouée'))
    return 'INCOMPLET';
  // Nothing proven is not everything proven: an empty selection, or a target that lacks it all.
  if (!any('conforme', 'réserve')) return 'INCOMPLET';
  return facts.partial ? 'PARTIEL' : 'CONFORME';
}
