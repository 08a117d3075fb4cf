import { hostname } from 'node:os';
import { addressParser } from 'postal-mime';
import { newIdentifier } from './identifier.ts';
import { type Field, fieldOf, fieldsOf } from './mime/fields.ts';

/** What the SMTP dialogue said, which the mail's own headers need not repeat. */
export interface Envelope {
  readonly from: string;
  readonly to: readonly string[];
  /** How the sender named itself, and where it is. */
  readonly helo: string;
  readonly remoteAddress: string;
  /** Who logged in, if anybody did. */
  readonly username?: string;
}

/**
 * Adds to a mail what Mailpit adds when it takes it: who handed it over, where it comes back to, an identifier where it
 * has none, and as hidden copies the recipients that only the envelope names.
 * @throws MalformedHeader when a line of its header is none
 */
export function withTransportFields(source: Buffer, envelope: Envelope): Buffer {
  // One character for each byte: the mail may be in any charset.
  const received = `${receivedField(envelope)}\r\n${source.toString('latin1').replaceAll('\r\r\n', '\r\n')}`;
  const header = /^[\s\S]*?(?=\r?\n\r?\n|$(?![\s\S]))/.exec(received)?.[0] ?? '';
  const fields = fieldsOf(Buffer.from(header, 'latin1').toString('utf8'));
  const added = [...bcc(fields, envelope), ...messageId(fields), ...returnPath(fields, envelope)];
  const text = received.replace(/^return-path:.*\r?\n(?:[ \t].*\r?\n)*/im, (known, start: number) =>
    start < header.length ? `Return-Path: <${envelope.from}>\r\n` : known,
  );
  return Buffer.concat([
    Buffer.from(added.map((line) => `${line}\r\n`).join('')),
    Buffer.from(text, 'latin1'),
  ]);
}

function receivedField({ helo, remoteAddress, to }: Envelope): string {
  const by = `by ${hostname()} (Mailpit) with SMTP`;
  return `Received: from ${helo} (unknown [${remoteAddress}])\r\n        ${by}\r\n        for <${to[0]}>; ${goDate(new Date())}`;
}

/** « Sat, 28 Nov 2026 03:27:50 +0000 (UTC) » */
function goDate(date: Date): string {
  return date
    .toUTCString()
    .replace(/^(\w+, )0/, '$1')
    .replace(' GMT', ' +0000 (UTC)');
}

function returnPath(fields: readonly Field[], { from }: Envelope): string[] {
  const known = fieldOf(fields, 'return-path');
  return known !== undefined || from === '' ? [] : [`Return-Path: <${from}>`];
}

function messageId(fields: readonly Field[]): string[] {
  const known = (fieldOf(fields, 'message-id') ?? '').replace(/^<|>$/g, '');
  return known === '' ? [`Message-ID: <${newIdentifier()}@mailpit>`] : [];
}

function bcc(fields: readonly Field[], { to }: Envelope): string[] {
  const named = ['to', 'cc', 'bcc'].flatMap((name) => addressParser(fieldOf(fields, name) ?? ''));
  const known = named.flatMap((one) => one.group ?? [one]).map(({ address }) => address.toLowerCase());
  const hidden = to.filter((address) => !known.includes(address.toLowerCase()));
  return hidden.length === 0 ? [] : [`Bcc: ${hidden.join(', ')}`];
}
