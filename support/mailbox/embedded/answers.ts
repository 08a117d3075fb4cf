import type { Person, StoredMail } from './stored-mail.ts';

/** A mail in the list: « nobody » is null, except for ReplyTo. */
export function listItem(mail: StoredMail) {
  return { ...commonItem(mail), ...orNull(mail), ReplyTo: mail.replyTo };
}

/** A mail in a search: « nobody » is null, for ReplyTo too. */
export function searchItem(mail: StoredMail) {
  return { ...commonItem(mail), ...orNull(mail), ReplyTo: nullIfNone(mail.replyTo) };
}

/** A mail in an event: « nobody » is an empty array. */
export function eventItem(mail: StoredMail) {
  return { ...commonItem(mail), To: mail.to, Cc: mail.cc, Bcc: mail.bcc, ReplyTo: mail.replyTo };
}

/** A whole mail: « nobody » is an empty array. */
export function detail(mail: StoredMail) {
  return {
    ID: mail.id,
    MessageID: mail.messageId,
    From: mail.from,
    To: mail.to,
    Cc: mail.cc,
    Bcc: mail.bcc,
    ReplyTo: mail.replyTo,
    ReturnPath: mail.returnPath,
    Subject: mail.subject,
    ListUnsubscribe: mail.listUnsubscribe,
    Date: mail.date,
    Tags: mail.tags,
    Username: mail.username,
    Text: mail.text,
    HTML: mail.html,
    Size: mail.raw.length,
    Inline: mail.inline,
    Attachments: mail.attachments,
  };
}

export interface Page {
  readonly all: readonly StoredMail[];
  readonly matching: readonly StoredMail[];
  readonly start: number;
  readonly limit: number;
}

/** One page of mails, counted as Mailpit counts them. */
export function listing<Item>(page: Page, shape: (mail: StoredMail) => Item) {
  const messages = page.matching.slice(page.start, page.start + page.limit).map(shape);
  return {
    total: page.all.length,
    unread: unread(page.all),
    count: messages.length,
    messages_count: page.matching.length,
    messages_unread: unread(page.matching),
    start: page.start,
    tags: [...new Set(page.all.flatMap(({ tags }) => tags))].sort(),
    messages,
  };
}

function commonItem(mail: StoredMail) {
  return {
    ID: mail.id,
    MessageID: mail.messageId,
    Read: mail.read,
    From: mail.from,
    Subject: mail.subject,
    Created: mail.created.toISOString(),
    Username: mail.username,
    Tags: mail.tags,
    Size: mail.raw.length,
    Attachments: mail.attachmentCount,
    Snippet: mail.snippet,
  };
}

function orNull(mail: StoredMail) {
  return { To: nullIfNone(mail.to), Cc: nullIfNone(mail.cc), Bcc: nullIfNone(mail.bcc) };
}

function nullIfNone(people: readonly Person[]): readonly Person[] | null {
  return people.length > 0 ? people : null;
}

function unread(mails: readonly StoredMail[]): number {
  return mails.filter((mail) => !mail.read).length;
}
