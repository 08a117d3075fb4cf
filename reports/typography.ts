const NO_BREAK_SPACE = '\u00a0';

/** French spacing: features are written with plain spaces, what people read is not. */
export function typeset(text: string): string {
  return text.replaceAll(/ ([:;!?»])/g, `${NO_BREAK_SPACE}$1`).replaceAll('« ', `«${NO_BREAK_SPACE}`);
}

/** Lines of at most `width` columns, all indented; a word longer than that (a path) keeps a line of its own. */
export function wrap(
  text: string,
  { indent = 0, width = 100 }: { indent?: number; width?: number } = {},
): string[] {
  const margin = ' '.repeat(indent);
  return text.split('\n').flatMap((paragraph) => {
    const lines: string[] = [];
    // Only plain spaces break: no-break spaces are spaces for a regular expression's \s.
    for (const word of typeset(paragraph).split(' ').filter(Boolean)) {
      const line = lines.at(-1);
      if (line !== undefined && line.length + 1 + word.length <= width)
        lines[lines.length - 1] = `${line} ${word}`;
      else lines.push(margin + word);
    }
    return lines;
  });
}

/** « 1 exigence », « 2 exigences »: zero is singular in French. */
export function count(n: number, singular: string, plural = `${singular}s`): string {
  return `${n} ${n < 2 ? singular : plural}`;
}

/** French elisions whose apostrophe a feature writes straight; a name or a password that holds one is left alone. */
const ELISION =
  /(?<![\p{L}\p{N}@.])((?:jusqu|lorsqu|puisqu|quoiqu|quelqu|qu|[ldjmtsnc]))'(?=[\p{L}\p{N}«])/giu;

/** Returns a sentence of ours as it is printed: French spacing, and typographic apostrophes. */
export function printed(text: string): string {
  return typeset(text.replaceAll(ELISION, '$1’'));
}
