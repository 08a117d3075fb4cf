import { stripVTControlCharacters } from 'node:util';

/** What a runner or a library says in its own words, and what it means to whoever reads the verdict. */
const SAYINGS: ReadonlyArray<readonly [RegExp, (...found: string[]) => string]> = [
  [
    /Target page, context or browser has been closed|Target (?:page )?(?:closed|crashed)|[Bb]rowser (?:has been )?closed|Page crashed/,
    () => "le navigateur s'est arrêté en cours de scénario",
  ],
  [/^Missing step: (.*)/, (text) => `l'étape n'a pas de définition : « ${text} »`],
  [/^Test timeout of (\d+)ms exceeded/, (ms) => `le scénario n'a pas fini en ${seconds(ms)}`],
  [/timed out, .* within (\d+) milliseconds/, (ms) => `l'étape n'a pas fini en ${seconds(ms)}`],
  [/ENOSPC/, () => "il n'y a plus de place sur le disque"],
];

/** The errors that only a mistake in a program raises. */
const MISTAKE = /^(TypeError|ReferenceError|RangeError|SyntaxError|AssertionError)\b[^:]*: /;

/** A place in the project's own sources, as a stack trace names it. */
const PLACE = /\b(?:steps|support|fixtures)\/[\w./-]+\.ts:\d+/;

/**
 * Says in French, in one line, why the harness broke: from what the step said of its failure, else from the error
 * that the runner reports. `undefined` when neither says anything.
 */
export function harnessSentence(said: string | undefined, error: string | undefined): string | undefined {
  const [first = ''] = linesOf(error);
  const [own = first.replace(/^\w*(?:Error|Unavailable|Lost): /, '')] = linesOf(said);
  const mistake = MISTAKE.exec(first)?.[1];
  if (mistake !== undefined) return `erreur de programmation du banc (${mistake}${placeIn(error)}) : ${own}`;
  for (const [pattern, meaning] of SAYINGS) {
    const found = pattern.exec(own);
    if (found !== null) return meaning(...found.slice(1));
  }
  return own === '' ? undefined : own;
}

function linesOf(text = ''): string[] {
  return stripVTControlCharacters(text)
    .split('\n')
    .filter((line) => line.trim() !== '');
}

function placeIn(error = ''): string {
  const place = PLACE.exec(error)?.[0];
  return place === undefined ? '' : `, ${place}`;
}

function seconds(milliseconds = ''): string {
  return `${Number(milliseconds) / 1000} s`;
}
