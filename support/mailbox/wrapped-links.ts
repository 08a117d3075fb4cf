/** A wrapper may be wrapped in its turn, by a filter of mails; this many times is enough. */
const DEPTH = 3;
const ADDRESS = /^https?:\/\//i;
/** An address among other signs, as in JSON, up to what can't be one of its own. */
const INSIDE = /https?:\/\/[^\s"'<>\\]+/gi;
const BASE64 = /^[\w+/-]{24,}={0,2}$/;

/**
 * Returns the addresses that a link carries in itself, as those that count clicks do: in a parameter or in its path,
 * encoded, in base64, or in JSON. One that keeps its address at home carries none.
 */
export function wrappedIn(link: string, depth = DEPTH): string[] {
  const url = URL.parse(link);
  if (url === null || depth === 0) return [];
  const pieces = [...url.searchParams.values(), ...url.pathname.split('/').map(decoded)];
  const found = pieces.flatMap(addressesIn);
  return found.flatMap((address) => [address, ...wrappedIn(address, depth - 1)]);
}

function addressesIn(piece: string): string[] {
  if (ADDRESS.test(piece)) return [piece];
  if (!BASE64.test(piece)) return [];
  return Buffer.from(piece, 'base64').toString('utf8').match(INSIDE) ?? [];
}

function decoded(piece: string): string {
  try {
    return decodeURIComponent(piece);
  } catch {
    return piece;
  }
}
