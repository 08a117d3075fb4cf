import { candidatesOf, type Kind } from './candidates.ts';
import { labelOf } from './label.ts';

/** Returns an expression that lists, in the page, the labels of the visible elements of a kind. */
export function surveyExpression(kind: Kind): string {
  return `(() => { ${labelOf}\n${candidatesOf}\nreturn candidatesOf(document, '${kind}').map((e) => labelOf(e).text.replace(/\\s+/g, ' ').slice(0, 60)).filter(Boolean); })()`;
}
