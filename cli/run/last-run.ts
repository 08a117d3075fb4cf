import { readFileSync } from 'node:fs';
import type { RunVerdict, TargetView } from '../../reports/verdict.ts';
import { HarnessSetupError } from '../../support/setup-error.ts';
import { inOut, shownPath } from '../root.ts';

/** What the last run of a target left to mend. */
export interface LastRun {
  /** The requirements that were neither conforming nor waived. */
  readonly notGreen: readonly string[];
}

const GREEN = ['conforme', 'non applicable'];

/**
 * Reads the verdict of the last run, whose reports are about to be replaced.
 * @throws HarnessSetupError when there is none, when it was of another target, or when all of it was green
 */
export function lastRunOf({ name, url }: Pick<TargetView, 'name' | 'url'>): LastRun {
  const path = inOut('verdict.json');
  const { target, requirements } = verdictIn(path);
  if (target.name !== name || target.url !== url) {
    throw new HarnessSetupError(
      `--last-failed : la dernière série (${shownPath(path)}) portait sur une autre cible, « ${target.name} » (${target.url}).`,
      'Retirez cette option, ou donnez la même cible.',
    );
  }
  const notGreen = requirements
    .filter(({ outcome }) => !GREEN.includes(outcome))
    .map(({ requirement }) => requirement.id);
  if (notGreen.length > 0) return { notGreen };
  throw new HarnessSetupError(
    '--last-failed : la dernière série de cette cible n’a rien laissé à rejouer.',
    'Retirez cette option, pour tout jouer.',
  );
}

function verdictIn(path: string): Pick<RunVerdict, 'target' | 'requirements'> {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    throw new HarnessSetupError(
      `--last-failed : aucun verdict d’une série précédente dans ${shownPath(path)}.`,
      'Jouez d’abord la suite sans cette option, jusqu’à son verdict.',
    );
  }
}
