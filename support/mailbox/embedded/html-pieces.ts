/** A tag or a text, in the order of the source. What a reader does not see is left out. */
export type HtmlPiece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'open'; readonly tag: string; readonly attributes: Readonly<Record<string, string>> }
  | { readonly kind: 'close'; readonly tag: string };

const UNSEEN = /<!--[\s\S]*?-->|<!doctype[^>]*>|<(style|script|head|title|noscript)\b[\s\S]*?<\/\1\s*>/gi;
const TAG = /<(\/)?([a-z][a-z\d]*)((?:"[^"]*"|'[^']*'|[^>"'])*)>/gi;
const ATTRIBUTE = /([^\s=/]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))/g;

/** Cuts an HTML body into its tags and its texts. */
export function piecesOf(html: string): HtmlPiece[] {
  const seen = html.replaceAll('\r\n', '\n').replace(UNSEEN, '');
  const pieces: HtmlPiece[] = [];
  let end = 0;
  for (const { 0: whole, 1: slash, 2: tag = '', 3: rest = '', index } of seen.matchAll(TAG)) {
    pieces.push({ kind: 'text', text: seen.slice(end, index) });
    const name = tag.toLowerCase();
    if (slash === undefined) pieces.push({ kind: 'open', tag: name, attributes: attributesOf(rest) });
    else pieces.push({ kind: 'close', tag: name });
    end = index + whole.length;
  }
  pieces.push({ kind: 'text', text: seen.slice(end) });
  return pieces.filter((piece) => piece.kind !== 'text' || piece.text !== '');
}

function attributesOf(text: string): Record<string, string> {
  const found = [...text.matchAll(ATTRIBUTE)];
  return Object.fromEntries(
    found.map(([, name = '', double, single, bare]) => [name.toLowerCase(), double ?? single ?? bare ?? '']),
  );
}
