/** A key that a mail brought, and to whom. */
export interface Key {
  readonly key: string;
  readonly email: string;
}

/**
 * Returns what one key has of its own among all of them: of links, the pieces that differ from one to the next, the
 * person's address left out; a code, or a link that is like no other, is its own whole.
 */
export function tokenIn(keys: readonly Key[], index: number): string {
  const { key = '', email = '' } = keys[index] ?? {};
  const all = keys.map((each) => piecesOf(each.key));
  const own = piecesOf(key).filter((piece, place) => {
    const isCommon = all.every((pieces) => pieces[place] === piece);
    return !isCommon && !isAddress(piece, email);
  });
  return own.join('') === '' ? key : own.join('');
}

function piecesOf(key: string): string[] {
  const url = URL.parse(key);
  return url === null ? [key] : `${url.pathname}${url.search}${url.hash}`.split(/[/?#&;=]/);
}

function isAddress(piece: string, email: string): boolean {
  try {
    return decodeURIComponent(piece).toLowerCase() === email.toLowerCase();
  } catch {
    return false;
  }
}
