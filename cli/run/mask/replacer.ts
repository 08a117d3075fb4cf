import { type Secret, type WrittenSecret, writtenForms } from './secret.ts';

/** Puts names in the place of secrets, in bytes; returns the very same bytes where there is none. */
export type Replace = (content: Buffer) => Buffer;

/**
 * Returns what puts names in the place of all these secrets, in one reading: a run has hundreds of them, and tens of
 * megabytes to search. Where several begin at one place, the longest counts.
 */
export function replacerOf(secrets: readonly Secret[]): Replace {
  const forms = writtenForms(secrets).sort((a, b) => b.bytes.length - a.bytes.length);
  const beginnings = Map.groupBy(forms, ({ bytes }) => bytes.readUInt32BE(0));
  // A bit for each couple of bytes: most places of a text begin no secret, and are left at once.
  const couples = new Uint8Array(65_536);
  for (const { bytes } of forms) couples[bytes.readUInt16BE(0)] = 1;
  return (content) => {
    const pieces: Buffer[] = [];
    let kept = 0;
    for (let at = 0; at + 4 <= content.length; at += 1) {
      if (couples[((content[at] as number) << 8) | (content[at + 1] as number)] === 0) continue;
      const found = beginnings.get(content.readUInt32BE(at))?.find((form) => standsAt(content, at, form));
      if (found === undefined) continue;
      pieces.push(content.subarray(kept, at), found.name);
      kept = at + found.bytes.length;
      at = kept - 1;
    }
    return pieces.length === 0 ? content : Buffer.concat([...pieces, content.subarray(kept)]);
  };
}

function standsAt(content: Buffer, at: number, { bytes, isShort }: WrittenSecret): boolean {
  const end = at + bytes.length;
  if (end > content.length || bytes.compare(content, at, end) !== 0) return false;
  return !isShort || (!isWord(content[at - 1]) && !isWord(content[end]) && !isNumber(content, at, end));
}

/** A letter or a digit of ASCII, or a byte of any other letter. */
function isWord(byte: number | undefined): boolean {
  if (byte === undefined) return false;
  return byte >= 0x80 || /[A-Za-z0-9]/.test(String.fromCharCode(byte));
}

/** Around what may be a number of a JSON text, and not a code in a string of it: a trace must stay a trace. */
const BEFORE_NUMBER = /(?:^|[^\\])"\s*:\s*-?$|[[,.]\s*-?$/;

function isNumber(content: Buffer, at: number, end: number): boolean {
  if (!/^\d+$/.test(content.toString('latin1', at, end))) return false;
  const before = content.toString('latin1', Math.max(0, at - 8), at);
  return BEFORE_NUMBER.test(before) && /^\s*[,.\]}]/.test(content.toString('latin1', end, end + 4));
}
