import { createHash } from 'node:crypto';
import { type Address, addressParser, decodeWords } from 'postal-mime';
import { textOfHtml } from './html-text.ts';
import { newIdentifier } from './identifier.ts';
import { listUnsubscribeOf } from './list-unsubscribe.ts';
import { type Bodies, bodiesOf } from './mime/bodies.ts';
import { type Field, fieldOf, fieldsOf } from './mime/fields.ts';
import { type Part, partsOf } from './mime/part.ts';
import { searchTextOf } from './search-text.ts';
import { snippetOf } from './snippet.ts';
import type { Person, StoredAttachment, StoredMail } from './stored-mail.ts';
import { tagsOf } from './tags.ts';
import { type Envelope, withTransportFields } from './transport.ts';

/**
 * Reads a mail as it came over SMTP. Nothing when it can't be read, though it was accepted: Mailpit drops it too.
 * @throws MalformedHeader when Mailpit would refuse it
 */
export function parseMail(source: Buffer, envelope: Envelope): StoredMail | undefined {
  const raw = withTransportFields(source, envelope);
  const root = partsOf(raw);
  const bodies = bodiesOf(root);
  if (bodies === undefined) return undefined;
  const { fields } = root;
  const people = peopleOf(fields);
  const created = new Date();
  return {
    id: newIdentifier(),
    created,
    read: false,
    raw,
    ...people,
    messageId: (fieldOf(fields, 'message-id') ?? '').replace(/^<|>$/g, ''),
    date: dateOf(fieldOf(fields, 'date')) ?? created.toISOString(),
    returnPath: fieldOf(fields, 'return-path')?.replace(/^<|>$/g, '') || people.from.Address,
    subject: decodeWords(fieldOf(fields, 'subject') ?? ''),
    username: envelope.username ?? '',
    tags: tagsOf(fields, [...people.to, ...people.cc, ...people.bcc, people.from]),
    listUnsubscribe: listUnsubscribeOf(fields),
    headers: headersOf(raw),
    searchText: searchTextOf(fields, bodies),
    ...bodiesShown(bodies),
  };
}

function peopleOf(fields: readonly Field[]) {
  const people = (name: string) => toPeople(addressParser(fieldOf(fields, name) ?? ''));
  return {
    from: people('from')[0] ?? { Name: '', Address: '' },
    to: people('to'),
    cc: people('cc'),
    bcc: people('bcc'),
    replyTo: people('reply-to'),
  };
}

function toPeople(addresses: readonly Address[]): Person[] {
  const all = addresses.flatMap((one) => one.group ?? [one]);
  return all.map((one) => ({ Name: one.name, Address: one.address }));
}

function bodiesShown(bodies: Bodies) {
  const { text, html, attachments, inlines } = bodies;
  const named = (part: Part) => part.fileName !== '' || part.contentId !== '';
  return {
    text: text === '' ? textOfHtml(html) : text,
    html,
    snippet: snippetOf(bodies),
    attachmentCount: attachments.length,
    attachments: attachments.filter(named).map(described),
    inline: inlines.filter(named).map(described),
  };
}

function described({ id, fileName, contentId, type, content }: Part): StoredAttachment {
  const digest = (algorithm: string) => createHash(algorithm).update(content).digest('hex');
  return {
    PartID: id,
    FileName: fileName || contentId,
    ContentType: type.value,
    ContentID: contentId,
    Size: content.byteLength,
    Checksums: { MD5: digest('md5'), SHA1: digest('sha1'), SHA256: digest('sha256') },
  };
}

/** Gathered under the names that Go's net/textproto gives: Message-Id, Mime-Version. */
function headersOf(raw: Buffer): Record<string, string[]> {
  const headers: Record<string, string[]> = Object.create(null);
  const header = raw.toString('utf8').split(/\r?\n\r?\n/, 1)[0] ?? '';
  for (const { name, value } of fieldsOf(header)) {
    const key = canonical(name);
    headers[key] = [...(headers[key] ?? []), value];
  }
  return headers;
}

/** A name that no field may bear stays as it is. */
function canonical(name: string): string {
  if (!/^[\w!#$%&'*+.^`|~-]+$/.test(name)) return name;
  return name.toLowerCase().replace(/(^|-)[a-z]/g, (start) => start.toUpperCase());
}

const ZONE = /([+-]\d{2})(\d{2})(?:\s*\(.*\))?\s*$/;

/** In the zone that the mail gives, as Go writes it: RFC 3339. */
function dateOf(text: string | undefined): string | undefined {
  const date = new Date(text?.replace(/\s*\(.*\)\s*$/, '') ?? '');
  if (Number.isNaN(date.getTime())) return undefined;
  const [, hours = '+00', minutes = '00'] = ZONE.exec(text ?? '') ?? [];
  const sign = hours.startsWith('-') ? -1 : 1;
  const offset = sign * (Math.abs(Number(hours)) * 60 + Number(minutes));
  if (offset === 0) return date.toISOString().replace('.000Z', 'Z');
  const local = new Date(date.getTime() + offset * 60_000).toISOString();
  return `${local.replace(/(?:\.000)?Z$/, '')}${hours}:${minutes}`;
}
