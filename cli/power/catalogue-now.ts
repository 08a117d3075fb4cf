import type { Catalogue } from '../../reports/catalogue.ts';
import { readFeatures } from '../../support/specification/feature-file.ts';
import { lockOf } from '../../support/specification/lock.ts';
import { ROOT } from '../root.ts';

/** The catalogue as the features stand: the lock lets a scenario move, and a campaign finds scenarios by their lines. */
export function catalogueNow(): Catalogue {
  return JSON.parse(lockOf(readFeatures(ROOT)));
}
