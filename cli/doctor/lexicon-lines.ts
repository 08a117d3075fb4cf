import type { Learnt } from '../../support/doctor/walk.ts';

/** What a target file should say of its portal's words: one name, or several. */
type Words = Record<string, Record<string, string | readonly string[]>>;

/** Returns the words learnt on a journey, as a target file gives them. */
export function wordsOf(learnt: readonly Learnt[]): Words {
  const words: Words = {};
  for (const { place, entry, names } of learnt) {
    const [only = ''] = names;
    words[place] = { ...words[place], [entry]: names.length === 1 ? only : names };
  }
  return words;
}

/** Returns the exact lines to write in a target file. */
export function lexiconLines(learnt: readonly Learnt[]): string[] {
  return `"lexicon": ${JSON.stringify(wordsOf(learnt), undefined, 2)}`.split('\n');
}
