import { decodeWords } from 'postal-mime';
import { type Field, fieldOf, fieldsOf, type Structured, structured } from './fields.ts';

/** A part of a mail, the mail itself first. */
export interface Part {
  readonly fields: readonly Field[];
  readonly type: Structured;
  /** « attachment », « inline », or nothing. */
  readonly disposition: string;
  readonly fileName: string;
  readonly contentId: string;
  /** « 0 » for the mail, « 1 », « 2 », « 2.1 » for what it holds. */
  readonly id: string;
  /** Without its transfer encoding, and with the line ends it was sent with. */
  readonly content: Buffer;
  readonly children: readonly Part[];
}

/** Reads a mail into its parts, byte for byte. @throws MalformedHeader */
export function partsOf(source: Buffer): Part {
  return readPart(source, '0');
}

function readPart(source: Buffer, id: string): Part {
  const { header, body } = cut(source);
  const fields = fieldsOf(header.toString('utf8'));
  const type = structured(fieldOf(fields, 'content-type'));
  const disposition = structured(fieldOf(fields, 'content-disposition'));
  const { boundary } = type.parameters;
  const isMultipart = type.value.startsWith('multipart/') && boundary !== undefined;
  return {
    fields,
    type,
    disposition: disposition.value,
    fileName: decodeWords(disposition.parameters.filename ?? type.parameters.name ?? ''),
    contentId: (fieldOf(fields, 'content-id') ?? '').replace(/^<|>$/g, ''),
    id,
    content: isMultipart ? Buffer.alloc(0) : decoded(body, fieldOf(fields, 'content-transfer-encoding')),
    children: isMultipart
      ? between(body, boundary).map((part, index) => readPart(part, childId(id, index)))
      : [],
  };
}

function childId(id: string, index: number): string {
  return id === '0' ? `${index + 1}` : `${id}.${index + 1}`;
}

/** The header ends at the first empty line, which belongs to neither. */
function cut(source: Buffer): { header: Buffer; body: Buffer } {
  // Latin-1 gives one character for each byte: indices are those of the bytes.
  const text = source.toString('latin1');
  const end = /^\r?\n|\r?\n\r?\n/.exec(text);
  if (end === null) return { header: source, body: Buffer.alloc(0) };
  return { header: source.subarray(0, end.index), body: source.subarray(end.index + end[0].length) };
}

/** What stands between two lines of the boundary, the line end before the second left out: it is the boundary's. */
function between(body: Buffer, boundary: string): Buffer[] {
  const text = body.toString('latin1');
  const line = new RegExp(`(?:^|\\r?\\n)--${RegExp.escape(boundary)}(--)?[ \\t]*(?:\\r?\\n|$)`, 'g');
  const parts: Buffer[] = [];
  let start: number | undefined;
  for (let found = line.exec(text); found !== null; found = line.exec(text)) {
    if (start !== undefined) parts.push(body.subarray(start, Math.max(start, found.index)));
    const isLast = found[1] !== undefined;
    start = isLast ? undefined : line.lastIndex;
    if (isLast) break;
    // The line end after this one may be that before the next, when nothing stands between them.
    if (text[line.lastIndex - 1] === '\n') line.lastIndex -= text[line.lastIndex - 2] === '\r' ? 2 : 1;
  }
  if (start !== undefined) parts.push(body.subarray(start));
  return parts;
}

function decoded(body: Buffer, encoding: string | undefined): Buffer {
  switch (encoding?.trim().toLowerCase()) {
    case 'base64':
      return Buffer.from(body.toString('latin1'), 'base64');
    case 'quoted-printable':
      return Buffer.from(withoutQuoting(body.toString('latin1')), 'latin1');
    default:
      return body;
  }
}

function withoutQuoting(text: string): string {
  return text
    .replace(/[ \t]+(?=\r?\n|$)/g, '')
    .replace(/=\r?\n/g, '')
    .replace(/=([\da-f]{2})/gi, (_whole, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}
