import type { Catalogue } from '../catalogue.ts';
import { percent, precisionOf } from './figures.ts';
import { type PowerRecord, type Recorded, rulesDigest } from './record.ts';
import { MODE_WORDS } from './words.ts';

/**
 * What a run's report says of the instrument that made it, in French: figures measured for just these rules, or that
 * there are none. Those of the full campaign are preferred, unless the quick one had more defects: they know more.
 */
export function powerCitation(record: PowerRecord, catalogue: Catalogue): string {
  const rules = rulesDigest(catalogue);
  const held = (recorded: Recorded | undefined) => (recorded?.rules === rules ? recorded.figures : undefined);
  const [full, quick] = [held(record.defects?.full), held(record.defects?.quick)];
  const isFull = full !== undefined && full.total >= (quick?.total ?? 0);
  const power = isFull ? full : quick;
  if (power === undefined) return 'non mesurée pour cette version des règles';
  const precision = full && precisionOf(full);
  const falseAlarms = held(record.variants?.full)?.falseAlarms;
  return [
    `${power.right}/${power.total} défauts pris (${MODE_WORDS[isFull ? 'full' : 'quick']})`,
    ...(precision === undefined
      ? []
      : [`précision ${percent(precision)}${isFull ? '' : ` (${MODE_WORDS.full} de ${full?.total})`}`]),
    ...(falseAlarms === undefined ? [] : [`fausses alertes : ${falseAlarms}`]),
  ].join(', ');
}
