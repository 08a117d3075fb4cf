import { normalise } from '../portal/in-page/normalise.ts';

/** What was drawn for the person of a journey: no word of the portal's. */
export type Drawn = readonly string[];

/** A sentence is longer than a name needs to be. */
const MOST_WORDS = 9;

/** Returns a label as a target file should give it: without asterisk, parenthesis, nor what only says if it is mandatory. */
export function writtenName(label: string): string {
  return label
    .replace(/\([^)]*\)/g, ' ')
    .replace(/\b(champ )?(obligatoire|requis|facultatif|optionnel)\b/gi, ' ')
    .replace(/[*@|!]/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/[\s:;,.–—-]+$/, '')
    .trim();
}

/**
 * Returns the words of a text that are the portal's own and not the person's: « Bonjour » of « Bonjour Anne Durand »;
 * of several sentences, the first that says what is looked for.
 */
export function ownWords(text: string, drawn: Drawn, isWanted: (words: string) => boolean): string {
  const sentences = text.split(/(?<=[.!?:])\s+/).map((sentence) => beforeData(sentence, drawn));
  const chosen = sentences.find((sentence) => isWanted(normalise(sentence))) ?? sentences[0] ?? '';
  const words = writtenName(chosen).split(' ');
  return words.slice(Math.max(0, words.length - MOST_WORDS)).join(' ');
}

function beforeData(sentence: string, drawn: Drawn): string {
  const lower = sentence.toLowerCase();
  const places = drawn
    .filter((value) => value !== '')
    .map((value) => lower.indexOf(value.toLowerCase()))
    .filter((place) => place >= 0);
  return places.length === 0 ? sentence : sentence.slice(0, Math.min(...places));
}
