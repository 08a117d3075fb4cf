import { textOfHtml } from './html-text.ts';
import type { Person, StoredMail } from './stored-mail.ts';

type Predicate = (mail: StoredMail) => boolean;

/** A filter that Mailpit has and the embedded mailbox has not. */
export class UnsupportedFilter extends Error {}

const UNSUPPORTED = /^(?:tag|after|before|larger|smaller):|^is:tagged$|^has:inline/;

/** Where each filter looks. Mailpit looks in columns of JSON, so a name is found as well as an address. */
const COLUMNS: Readonly<Record<string, (mail: StoredMail) => string[]>> = {
  to: (mail) => [json(mail.to)],
  from: (mail) => [JSON.stringify(mail.from)],
  cc: (mail) => [json(mail.cc)],
  bcc: (mail) => [json(mail.bcc)],
  'reply-to': (mail) => [json(mail.replyTo)],
  addressed: (mail) => [mail.to, [mail.from], mail.cc, mail.bcc, mail.replyTo].map(json),
  subject: (mail) => [mail.subject],
  'message-id': (mail) => [mail.messageId],
};

const FLAGS: Readonly<Record<string, Predicate>> = {
  'is:read': (mail) => mail.read,
  'is:unread': (mail) => !mail.read,
  'has:attachment': (mail) => mail.attachments.length > 0,
  'has:attachments': (mail) => mail.attachments.length > 0,
};

/** The predicate of a query in Mailpit's search language: every word must match. */
export function parseQuery(query: string): Predicate {
  const predicates = words(query).map(predicate);
  return (mail) => predicates.every((matches) => matches(mail));
}

/** Quotes keep spaces together, wherever they open in a word. */
function words(query: string): string[] {
  const found = query.match(/(?:"[^"]*"?|[^\s"])+/g) ?? [];
  return found.map((word) => word.replaceAll('"', '').trim()).filter((word) => word !== '');
}

function predicate(word: string): Predicate {
  const excluded = /^[-!]./.test(word);
  const matches = positive(excluded ? word.slice(1) : word);
  return excluded ? (mail) => !matches(mail) : matches;
}

function positive(word: string): Predicate {
  const lower = word.toLowerCase();
  if (UNSUPPORTED.test(lower)) throw new UnsupportedFilter(word);
  const flag = FLAGS[lower];
  if (flag) return flag;
  const [, name = '', value = ''] = /^([a-z-]+):(.*)$/s.exec(lower) ?? [];
  const column = COLUMNS[name];
  const pattern = like(column ? value : lower);
  const haystacks = column ?? everything;
  return (mail) => haystacks(mail).some((haystack) => pattern.test(haystack));
}

/** SQL's LIKE '%…%', where `_` stands for any character: `a_b` finds `a+b`, in Mailpit too. */
function like(value: string): RegExp {
  const parts = value.trim().split(/([_%])/);
  const wild: Readonly<Record<string, string>> = { _: '.', '%': '.*' };
  return new RegExp(parts.map((part) => wild[part] ?? RegExp.escape(part)).join(''), 'isu');
}

function everything(mail: StoredMail): string[] {
  return [[json([mail.from, ...mail.to, ...mail.cc, ...mail.bcc]), mail.subject, bodyOf(mail)].join(' ')];
}

function bodyOf(mail: StoredMail): string {
  // Links included, as Mailpit does.
  return mail.html ? textOfHtml(mail.html) : mail.text;
}

function json(people: readonly Person[]): string {
  return people.length > 0 ? JSON.stringify(people) : '{}';
}
