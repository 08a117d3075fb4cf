import type { WordsAround } from './in-page/words-around.ts';

const SIGN = /[*＊✱∗]|\bobligatoire|\brequis/i;

/** « Numéro de SIRET (non obligatoire) » says the contrary. */
const CONTRARY = /\b(?:non|pas|facultatif,?) (?:obligatoire|requis)\w*/gi;

/** « Tous les champs sont obligatoires »; not « les champs marqués d'un astérisque sont obligatoires », which needs asterisks. */
const GENERAL = /\bchamps\b[^.*＊\n]*\bsont\b[^.\n]*\b(?:obligatoires|requis)\b/i;
const NEEDS_SIGNS = /ast[ée]risque|[*＊✱∗]|marqu[ée]|signal[ée]|suivis?\b|rouge|étoile/i;

/**
 * Says whether a page lets who looks at it know that a field is mandatory: a sign beside the field, or a mention
 * that holds for all of them. The mention that explains a sign is no sign.
 */
export function saysMandatory({ near, page }: WordsAround): boolean {
  const beside = near.flatMap((text) => text.split('\n')).filter((line) => !/\bchamps\b/i.test(line));
  return beside.some((line) => SIGN.test(line.replace(CONTRARY, ''))) || saysAllMandatory(page);
}

function saysAllMandatory(page: string): boolean {
  return page.split(/\n|(?<=\.)\s/).some((line) => GENERAL.test(line) && !NEEDS_SIGNS.test(line));
}
