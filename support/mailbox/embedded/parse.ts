import { createHash } from 'node:crypto';
import PostalMime, { type Address, type Attachment, type Email } from 'postal-mime';
import { normalAddress } from '../address.ts';
import { textOfHtml, wordsOfHtml } from './html-text.ts';
import { newIdentifier } from './identifier.ts';
import type { Person, StoredAttachment, StoredMail } from './stored-mail.ts';

const SNIPPET_BYTES = 200;

/** What the SMTP dialogue said, which the mail's own headers need not repeat. */
export interface Envelope {
  readonly from: string;
  readonly to: readonly string[];
}

/** Reads a mail as it came over SMTP. */
export async function parseMail(source: Buffer, envelope: Envelope): Promise<StoredMail> {
  const email = await PostalMime.parse(source, { rfc822Attachments: true });
  const hidden = envelopeOnly(email, envelope);
  const added = addedHeaders(envelope, hidden);
  const body = bodyReader(email);
  const id = newIdentifier();
  return {
    id,
    created: new Date(),
    read: false,
    ...peopleOf(email, hidden),
    messageId: (email.messageId ?? `${id}@mailpit`).replace(/^<|>$/g, ''),
    date: email.date?.replace('.000Z', 'Z') ?? new Date().toISOString(),
    returnPath: envelope.from || (people(email.from && [email.from])[0]?.Address ?? ''),
    subject: email.subject ?? '',
    text: email.text === undefined ? textOfHtml(email.html ?? '') : body(email.text),
    html: body(email.html ?? ''),
    snippet: snippetOf(email),
    headers: headersOf([
      ...added,
      ...email.headers.map((header) => [header.originalKey, header.value] as const),
    ]),
    ...attachmentsOf(email.attachments),
    raw: Buffer.concat([Buffer.from(added.map(([key, value]) => `${key}: ${value}\r\n`).join('')), source]),
  };
}

function peopleOf(email: Email, hidden: readonly string[]) {
  return {
    from: people(email.from && [email.from])[0] ?? { Name: '', Address: '' },
    to: people(email.to),
    cc: people(email.cc),
    bcc: [...people(email.bcc), ...hidden.map((address) => ({ Name: '', Address: address }))],
    replyTo: people(email.replyTo),
  };
}

/** Recipients that no header names: Mailpit shows them as Bcc. */
function envelopeOnly(email: Email, envelope: Envelope): string[] {
  const named = [email.to, email.cc, email.bcc].flatMap(people).map((one) => normalAddress(one.Address));
  return envelope.to.filter((address) => !named.includes(normalAddress(address)));
}

function addedHeaders(envelope: Envelope, hidden: readonly string[]): (readonly [string, string])[] {
  const bcc = ['Bcc', hidden.join(', ')] as const;
  const returnPath = ['Return-Path', `<${envelope.from}>`] as const;
  return [...(hidden.length > 0 ? [bcc] : []), ...(envelope.from ? [returnPath] : [])];
}

function people(addresses: readonly Address[] | undefined): Person[] {
  const all = addresses?.flatMap((one) => one.group ?? [one]) ?? [];
  return all.map((one) => ({ Name: one.name, Address: one.address }));
}

/** Gathered under the names that Go's net/textproto gives: Message-Id, Mime-Version. */
function headersOf(lines: readonly (readonly [string, string])[]): Record<string, string[]> {
  const headers: Record<string, string[]> = Object.create(null);
  for (const [name, value] of lines) {
    const key = name.toLowerCase().replace(/(^|-)[a-z]/g, (start) => start.toUpperCase());
    headers[key] = [...(headers[key] ?? []), value];
  }
  return headers;
}

/**
 * Bodies as Mailpit gives them. Lines travel with CRLF and stay so, where postal-mime makes them LF; and
 * postal-mime ends each part with a line break that, before a boundary, belongs to the boundary.
 */
function bodyReader(email: Email): (text: string) => string {
  const type = email.headers.find((header) => header.key === 'content-type')?.value ?? '';
  const end = /^\s*multipart\//i.test(type) ? /\r?\n$/ : /$^/;
  return (text) => text.replace(end, '').replace(/\r?\n/g, '\r\n');
}

function snippetOf(email: Email): string {
  const words = email.html ? wordsOfHtml(email.html) : (email.text ?? '').replace(/\s+/g, ' ').trim();
  const bytes = Buffer.from(words);
  if (bytes.length <= SNIPPET_BYTES) return words;
  // A character cut in two decodes as U+FFFD.
  return `${bytes
    .subarray(0, SNIPPET_BYTES)
    .toString()
    .replace(/\uFFFD$/, '')}...`;
}

function attachmentsOf(parts: readonly Attachment[]) {
  const isInline = (part: Attachment) => part.related === true || part.disposition === 'inline';
  const shaped = parts.map((part, index) => ({ inline: isInline(part), shape: attachment(part, index) }));
  return {
    inline: shaped.filter((one) => one.inline).map((one) => one.shape),
    attachments: shaped.filter((one) => !one.inline).map((one) => one.shape),
  };
}

function attachment(part: Attachment, index: number): StoredAttachment {
  const content = typeof part.content === 'string' ? Buffer.from(part.content) : new Uint8Array(part.content);
  const digest = (algorithm: string) => createHash(algorithm).update(content).digest('hex');
  return {
    PartID: String(index + 2),
    FileName: part.filename ?? '',
    ContentType: part.mimeType,
    ContentID: (part.contentId ?? '').replace(/^<|>$/g, ''),
    Size: content.byteLength,
    Checksums: { MD5: digest('md5'), SHA1: digest('sha1'), SHA256: digest('sha256') },
  };
}
