import { redTexts, refusalSigns } from './refusal.ts';
import { toldOf } from './told-of.ts';

/** What a page shows before anything is sent. */
export interface FirstSight {
  /** The texts of what looks like a refusal, whichever way a page may say it. */
  readonly signs: readonly string[];
  /** What is written about its fields, and tied to them. */
  readonly hints: readonly string[];
}

/** Runs in the page: it may use what is imported here only. */
function firstSight(root: Document): FirstSight {
  const signs = [...refusalSigns(root), ...redTexts(root)].map((sign) => sign.textContent ?? '');
  return { signs, hints: toldOf(root, '[aria-describedby], [aria-errormessage]') };
}

const PARTS = [refusalSigns, redTexts, toldOf, firstSight];

/** An expression that gives, in the page, what it shows before anything is sent. */
export const firstSightExpression = `(() => { ${PARTS.map(String).join('\n')}\nreturn firstSight(document); })()`;
