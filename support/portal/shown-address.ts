/** A value this long is no word: a token, a session, an identifier. */
const SECRET_LENGTH = 16;

/**
 * Returns an address as findings show it, without what would open an account to whoever reads the report: the long
 * values that follow the path, and what only a machine writes in the path itself. Mail addresses stay.
 */
export function shownAddress(address: string): string {
  const origin = /^\w+:\/\/[^/?#]*/.exec(address)?.[0] ?? '';
  const [path = '', ...rest] = address.slice(origin.length).split(/(?=[?#])/);
  return origin + masked(path, hasDigit) + masked(rest.join(''), () => true);
}

function masked(part: string, mayBeSecret: (value: string) => boolean): string {
  return part.replace(/[^/?#&;=]+/g, (value) =>
    value.length >= SECRET_LENGTH && !/@|%40/.test(value) && mayBeSecret(value) ? '…' : value,
  );
}

/** A slug is words, « confirmation-de-l-inscription »; a token has digits. */
function hasDigit(value: string): boolean {
  return /\d/.test(value);
}
