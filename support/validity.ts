const NUMBER =
  '\\d+|une?|deux|trois|quatre|cinq|six|sept|huit|dix|douze|quinze|vingt(?:-quatre)?|trente|quarante(?:-huit)?|soixante(?:-douze)?';
const DURATION = new RegExp(
  `(?:^|[^\\w])(?:${NUMBER}) ?(?:minutes?|mn|min|heures?|h|jours?|j|semaines?)\\b`,
  'i',
);

/** What a duration is surely said of. */
const OF_THE_LINK = /valable|valide|validit|expir|dispos|utilis/i;

/** What a duration may be said of, unless it is how long the mail takes to come. */
const OF_THE_LINK_OR_MAIL = /activ|lien/i;
const TO_COME = /\b(?:parvien\w*|arrivera|arrive|recevrez|recevez)\b/i;

/** The guide's own sentence gives no figure: « Il a une durée de validité limitée ». */
const LIMITED = /dur[ée]e de validit[ée]|expir\w+|p[ée]rim\w+|(?:jusqu'?(?:au|à)|avant) le \d/i;
const UNLIMITED = /n'expire|(?:sans|n'a pas de|aucune) (?:dur[ée]e|limite)|illimit/i;

/** Says whether a text announces that the activation must be done within a limited time. */
export function announcesValidity(text: string): boolean {
  const sentences = text
    .replace(/[\u2019]/g, "'")
    .replace(/[\u00a0\u202f]/g, ' ')
    .split(/\n{2,}|(?<=[.!?])\s/);
  return sentences.some(
    (sentence) => saysDuration(sentence) || (LIMITED.test(sentence) && !UNLIMITED.test(sentence)),
  );
}

function saysDuration(sentence: string): boolean {
  if (!DURATION.test(sentence)) return false;
  return OF_THE_LINK.test(sentence) || (OF_THE_LINK_OR_MAIL.test(sentence) && !TO_COME.test(sentence));
}
