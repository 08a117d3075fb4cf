/** A value this long, with a digit in it, was drawn for somebody: a session, a token. */
const DRAWN = /^(?=.*\d)[\w.~%-]{16,}$/;

/** One piece of an address that may be drawn: a value, or a step of the path; `key` says where it stands. */
interface Piece {
  readonly text: string;
  readonly key: string | undefined;
}

/**
 * Returns an address with what was drawn for another browser (`?session=…`, `;jsessionid=…`, `/s/…/`) replaced by what
 * these addresses, which this browser knows, have in its place: a portal may name its sessions there, without a cookie.
 */
export function withOwnSession(address: string, own: readonly string[]): string {
  const { origin } = new URL(address);
  const mine = new Map(
    own
      .filter((known) => URL.parse(known)?.origin === origin)
      .flatMap(piecesOf)
      .flatMap(({ key, text }) => (key === undefined ? [] : [[key, text] as const])),
  );
  return piecesOf(address)
    .map(({ key, text }) => (key === undefined ? text : (mine.get(key) ?? text)))
    .join('');
}

function piecesOf(address: string): Piece[] {
  const texts = address.split(/([/?&=;#])/);
  const before: string[] = [];
  return texts.map((text, index) => {
    const isDrawn = DRAWN.test(text);
    const name = texts[index - 1] === '=' ? `${texts[index - 2]}=` : before.join('');
    before.push(isDrawn ? '*' : text);
    return { text, key: isDrawn ? name : undefined };
  });
}
