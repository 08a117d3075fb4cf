import { decodeWords } from 'postal-mime';
import { wordsOfHtml } from './html-text.ts';
import type { Bodies } from './mime/bodies.ts';
import { type Field, fieldOf } from './mime/fields.ts';

const SEARCHED = ['from', 'subject', 'to', 'cc', 'bcc', 'reply-to', 'return-path'];

/** What a word is looked for in: some fields, the words of the HTML with its links, else the text, and file names. */
export function searchTextOf(fields: readonly Field[], { text, html, attachments }: Bodies): string {
  const headers = SEARCHED.map((name) => decodeWords(fieldOf(fields, name) ?? ''));
  const body = wordsOfHtml(html, true) || text;
  return cleaned([...headers, body, ...attachments.map(({ fileName }) => fileName)].join(' '));
}

/** Without the signs that Mailpit takes for spaces, in what it keeps and in what it is asked. */
export function cleaned(text: string): string {
  return text
    .replace(/[\r\n\t<>",;()\s\uFEFF]+/g, ' ')
    .trim()
    .toLowerCase();
}
