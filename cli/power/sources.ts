import { POWER_FILE } from '../../reports/power/record.ts';
import { sourcesDigest } from '../dossier/sources.ts';
import { ROOT } from '../root.ts';

/** Returns a digest of all that a diagnosis depends on: it holds for these sources only. The figures themselves are none of them. */
export function campaignDigest(): string {
  return sourcesDigest(ROOT, [POWER_FILE]);
}
