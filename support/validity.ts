const NUMBER =
  '\\d+|une?|deux|trois|quatre|cinq|six|sept|huit|dix|douze|quinze|vingt(?:-quatre)?|trente|quarante(?:-huit)?|soixante(?:-douze)?';
const DURATION = new RegExp(
  `(?:^|[^\\w])(?:${NUMBER}) ?(?:minutes?|mn|min|heures?|h|jours?|j|semaines?)\\b`,
  'i',
);

/** What a duration must be said of: « 5 minutes » alone may be how long the mail takes. */
const OF_THE_LINK = /valable|valide|validit|expir|activ|lien|dispos|utilis/i;

/** The guide's own sentence gives no figure: « Il a une durée de validité limitée ». */
const LIMITED = /dur[ée]e de validit[ée]|expir\w+|p[ée]rim\w+|(?:jusqu'?(?:au|à)|avant) le \d/i;

/** Says whether a text announces that the activation must be done within a limited time. */
export function announcesValidity(text: string): boolean {
  const sentences = text
    .replace(/[\u2019]/g, "'")
    .replace(/[\u00a0\u202f]/g, ' ')
    .split(/\n{2,}|(?<=[.!?])\s/);
  return sentences.some(
    (sentence) => LIMITED.test(sentence) || (DURATION.test(sentence) && OF_THE_LINK.test(sentence)),
  );
}
