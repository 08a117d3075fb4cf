import { FIND_PARTS, find } from './find.ts';
import { PAIR_PARTS, type PairWanted, pairsOf } from './pair.ts';
import type { Wanted } from './reading.ts';
import { isLit } from './state.ts';

/**
 * Returns whether a choice is on: a control of its own, else a pair of answers; nothing where there is none, or several.
 * Runs in the page: it may use what is imported here only.
 */
function isChosen(root: ParentNode, wanted: Wanted, pair: PairWanted): boolean | null {
  const [control, ...others] = find(root, 'choice', wanted);
  const isAlone = control !== undefined && others.length === 0;
  if (isAlone && !control.matches('[type=radio], [role=radio]')) return isLit(control);
  const [answers, ...more] = pairsOf(root, pair);
  if (answers === undefined || more.length > 0) return null;
  return isLit(answers[0]) && !isLit(answers[1]);
}

const PARTS = new Set([...FIND_PARTS, ...PAIR_PARTS, isLit, isChosen]);

/** Returns an expression that says, in the page, whether a choice is on. */
export function chosenExpression(wanted: Wanted, pair: PairWanted): string {
  const call = `isChosen(document, ${JSON.stringify(wanted)}, ${JSON.stringify(pair)})`;
  return `(() => { ${[...PARTS].map(String).join('\n')}\nreturn ${call}; })()`;
}
