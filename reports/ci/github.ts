import { type Case, casesOf } from '../formats/cases.ts';
import type { FormatInput } from '../formats/input.ts';

/** GitHub shows ten annotations of each kind for a step, and none of the others. */
const SHOWN = 10;

/**
 * Returns workflow commands that annotate the scenarios of what was found, for GitHub Actions to read on the output.
 * `placeOf` gives a feature's path from the repository's folder.
 */
export function githubAnnotations({ verdict }: FormatInput, placeOf: (file: string) => string): string[] {
  const cases = casesOf(verdict);
  const refuted = cases.filter(({ outcome }) => outcome === 'non conforme' || outcome === 'erreur du banc');
  const unproven = cases.filter(({ outcome }) => outcome === 'instable' || outcome === 'non vérifiable');
  return [
    ...refuted.slice(0, SHOWN).map((each) => annotation('error', each, placeOf)),
    ...unproven.slice(0, SHOWN).map((each) => annotation('warning', each, placeOf)),
  ];
}

function annotation(
  level: 'error' | 'warning',
  { name, outcome, sentences, file, line }: Case,
  placeOf: (file: string) => string,
): string {
  const properties = [
    `file=${property(placeOf(file))}`,
    ...(line === undefined ? [] : [`line=${line}`]),
    `title=${property(`${name}, ${outcome}`)}`,
  ];
  return `::${level} ${properties.join(',')}::${data(sentences.join('\n') || outcome)}`;
}

/** As the runner reads it back: nothing in a text ends the line, and begins another command. */
function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
