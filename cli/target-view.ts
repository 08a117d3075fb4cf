import type { TargetView } from '../reports/verdict.ts';
import type { Target } from '../support/target/target.ts';

/** Returns what verdicts and reports know of a target. */
export function viewOf({ name, url = 'portail embarqué', without }: Target): TargetView {
  return { name, url, lacks: Object.keys(without), reasons: without };
}
