/** What Markdown or HTML would take for something else than a letter, wherever it stands. */
const MEANINGFUL = /[\\`*_{}[\]()<>#+!|~&@:.^$-]/g;

/** Returns a text as Markdown shows it, on one line: text of a portal or a mail makes no link, no tag, no mention. */
export function inline(text: string): string {
  return text
    .replace(/\p{Cc}+/gu, ' ')
    .replace(MEANINGFUL, (character) => `&#${character.charCodeAt(0)};`)
    .trim();
}
