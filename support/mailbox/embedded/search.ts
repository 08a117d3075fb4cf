import { cleaned } from './search-text.ts';
import type { Person, StoredMail } from './stored-mail.ts';

type Predicate = (mail: StoredMail) => boolean;

/** A filter that Mailpit has and the embedded mailbox has not. */
export class UnsupportedFilter extends Error {}

const UNSUPPORTED = /^(?:after|before|larger|smaller):|^has:inlines?$/;

/** Where each filter looks. Mailpit looks in columns of JSON, so a name is found as well as an address. */
const COLUMNS: Readonly<Record<string, (mail: StoredMail) => string[]>> = {
  to: (mail) => [json(mail.to)],
  from: (mail) => [json(mail.from)],
  cc: (mail) => [json(mail.cc)],
  bcc: (mail) => [json(mail.bcc)],
  'reply-to': (mail) => [json(mail.replyTo)],
  addressed: (mail) => [mail.to, mail.from, mail.cc, mail.bcc, mail.replyTo].map(json),
  subject: (mail) => [mail.subject],
  'message-id': (mail) => [mail.messageId],
};

const FLAGS: Readonly<Record<string, Predicate>> = {
  'is:read': (mail) => mail.read,
  'is:unread': (mail) => !mail.read,
  'is:tagged': (mail) => mail.tags.length > 0,
  'has:attachment': (mail) => mail.attachmentCount > 0,
  'has:attachments': (mail) => mail.attachmentCount > 0,
};

/** The predicate of a query in Mailpit's search language: every word must match. */
export function parseQuery(query: string): Predicate {
  const predicates = words(query)
    .filter((word) => cleaned(word) !== '')
    .map(predicate);
  return (mail) => predicates.every((matches) => matches(mail));
}

/** Quotes keep spaces together, wherever they open in a word. */
function words(query: string): string[] {
  const found = query.match(/(?:"[^"]*"?|[^ "])+/g) ?? [];
  return found.map((word) => word.replaceAll('"', '').trim()).filter((word) => word !== '');
}

function predicate(word: string): Predicate {
  const excluded = /^[-!]./.test(word);
  const matches = positive(excluded ? word.slice(1) : word);
  if (matches === undefined) return () => true;
  return excluded ? (mail) => !matches(mail) : matches;
}

/** Nothing for a filter without a value, which filters nothing. */
function positive(word: string): Predicate | undefined {
  const lower = word.toLowerCase();
  if (UNSUPPORTED.test(lower)) throw new UnsupportedFilter(word);
  const flag = FLAGS[lower];
  if (flag) return flag;
  const name = /^[a-z-]+(?=:)/.exec(lower)?.[0] ?? '';
  const value = word.slice(name.length + 1);
  if (name === 'tag') return tagged(cleaned(value));
  const column = COLUMNS[name];
  if (column === undefined) return matching(cleaned(word), ({ searchText }) => [searchText]);
  // A subject keeps its signs; whatever else is asked loses them, as addresses have none.
  return matching(name === 'subject' ? value : cleaned(value), column);
}

function tagged(tag: string): Predicate | undefined {
  return tag === '' ? undefined : (mail) => mail.tags.some((one) => one.toLowerCase() === tag);
}

function matching(value: string, haystacks: (mail: StoredMail) => string[]): Predicate | undefined {
  if (value === '') return undefined;
  const pattern = like(value);
  return (mail) => haystacks(mail).some((haystack) => pattern.test(lowerAscii(haystack)));
}

/** SQL's LIKE '%…%', where `_` stands for any character: `a_b` finds `a+b`, in Mailpit too. */
function like(value: string): RegExp {
  const parts = lowerAscii(value).split(/([_%])/);
  const wild: Readonly<Record<string, string>> = { _: '.', '%': '.*' };
  return new RegExp(parts.map((part) => wild[part] ?? RegExp.escape(part)).join(''), 'su');
}

/** SQLite knows the case of these letters alone: « é » does not find « É ». */
function lowerAscii(text: string): string {
  return text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}

/** As Go writes JSON: three signs are escaped, so an address with « & » is not found by it. */
function json(people: Person | readonly Person[]): string {
  if (Array.isArray(people) && people.length === 0) return '{}';
  return JSON.stringify(people).replace(/[<>&]/g, (sign) => `\\u00${sign.charCodeAt(0).toString(16)}`);
}
