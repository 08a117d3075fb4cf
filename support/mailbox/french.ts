const NO_BREAK = '\u00a0';
const NARROW_NO_BREAK = '\u202f';

/** Puts the no-break spaces that French asks for around « », and before : ; ! and ? */
export function frenchSpaces(sentence: string): string {
  return sentence
    .replace(/« /g, `«${NO_BREAK}`)
    .replace(/ »/g, `${NO_BREAK}»`)
    .replace(/ :/g, `${NO_BREAK}:`)
    .replace(/ ([;!?])/g, `${NARROW_NO_BREAK}$1`);
}
