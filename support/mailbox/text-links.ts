export interface TextPiece {
  readonly text: string;
  /** True when the piece is an http(s) link. */
  readonly isLink: boolean;
}

const LINK = /https?:\/\/[^\s<>"«»]+/gi;

/** Cuts a text into links and what is between them. */
export function splitLinks(text: string): TextPiece[] {
  const pieces: TextPiece[] = [];
  let end = 0;
  for (const match of text.matchAll(LINK)) {
    const link = trimPunctuation(withoutEmphasis(match[0], text.slice(0, match.index)));
    pieces.push({ text: text.slice(end, match.index), isLink: false }, { text: link, isLink: true });
    end = match.index + link.length;
  }
  pieces.push({ text: text.slice(end), isLink: false });
  return pieces.filter((piece) => piece.text !== '');
}

/** « *https://…* » is a link between two signs; a token may well end with one of them. */
function withoutEmphasis(link: string, before: string): string {
  const [signs = ''] = /[*_|]*$/.exec(before.slice(-3)) ?? [];
  return link.endsWith(signs) ? link.slice(0, link.length - signs.length) : link;
}

/** The sentence's punctuation is not the link's; a closing bracket is, when the link opened it. */
function trimPunctuation(link: string): string {
  const trimmed = link.replace(/[.,;:!?…'’”]+$/, '');
  const unopened = trimmed.endsWith(')') ? !trimmed.includes('(') : /[\]}]$/.test(trimmed);
  if (unopened) return trimPunctuation(trimmed.slice(0, -1));
  return trimmed;
}
