import { wordsOfHtml } from './html-text.ts';
import type { Bodies } from './mime/bodies.ts';

const BYTES = 200;

/** The first words of a mail, as the list shows them. */
export function snippetOf({ text, html }: Pick<Bodies, 'text' | 'html'>): string {
  const words = wordsOfHtml(html) || text.replace(/[\s\uFEFF]+/g, ' ').trim();
  const bytes = Buffer.from(words);
  return bytes.length <= BYTES ? words : `${cut(bytes)}...`;
}

/** Mailpit leaves out the last character when it takes several bytes, even when it was whole. */
function cut(bytes: Buffer): string {
  let end = BYTES;
  while (end > 0 && isByte(bytes[end - 1], 0x80)) end -= 1;
  if (end > 0 && isByte(bytes[end - 1], 0xc0)) end -= 1;
  return bytes.subarray(0, end).toString();
}

function isByte(byte: number | undefined, kind: 0x80 | 0xc0): boolean {
  return ((byte ?? 0) & 0xc0) === kind;
}
