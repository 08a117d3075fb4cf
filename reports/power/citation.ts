import type { Catalogue } from '../catalogue.ts';
import { percent, precisionOf } from './figures.ts';
import { type PowerRecord, type Recorded, rulesDigest } from './record.ts';
import { MODE_WORDS } from './words.ts';

/**
 * What a run's report says of the instrument that made it, in French: figures measured for just these rules, or that
 * there are none. Those of the full campaign are preferred: they know more.
 */
export function powerCitation(record: PowerRecord, catalogue: Catalogue): string {
  const rules = rulesDigest(catalogue);
  const held = (recorded: Recorded | undefined) => (recorded?.rules === rules ? recorded.figures : undefined);
  const full = held(record.defects?.full);
  const power = full ?? held(record.defects?.quick);
  if (power === undefined) return 'non mesurée pour cette version des règles';
  const precision = precisionOf(power);
  const falseAlarms = held(record.variants?.full)?.falseAlarms;
  return [
    `${power.right}/${power.total} défauts pris (${MODE_WORDS[full ? 'full' : 'quick']})`,
    ...(precision === undefined ? [] : [`précision ${percent(precision)}`]),
    ...(falseAlarms === undefined ? [] : [`fausses alertes : ${falseAlarms}`]),
  ].join(', ');
}
