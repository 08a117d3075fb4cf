import { decodeEntities } from '../entities.ts';

const UNSEEN = /<!--[\s\S]*?-->|<(style|script|head|title)\b[\s\S]*?<\/\1\s*>/gi;
const LINK = /<a\b[^>]*?\shref\s*=\s*(?:"([^"]*)"|'([^']*)')[^>]*>([\s\S]*?)<\/a\s*>/gi;
const BLOCK = /<\/?(?:p|div|h[1-6]|ul|ol|table|tr|blockquote|section|article|hr)\b[^>]*>/gi;

/** The text that Mailpit generates for a mail that has only HTML: links are written after their words. */
export function textOfHtml(html: string): string {
  const marked = html
    .replace(UNSEEN, '')
    .replace(/\s+/g, ' ')
    .replace(LINK, (_whole, double, single, words) => `${words} ( ${double ?? single} )`)
    .replace(/<br\b[^>]*>/gi, '\n')
    .replace(/<li\b[^>]*>/gi, '\n* ')
    .replace(BLOCK, '\n\n')
    .replace(/<[^>]*>/g, '');
  return decodeEntities(marked)
    .replace(/ *\n */g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .replace(/ {2,}/g, ' ')
    .trim();
}

/** The words of an HTML body on one line, as the list of mails shows them. */
export function wordsOfHtml(html: string): string {
  const words = html
    .replace(UNSEEN, '')
    .replace(BLOCK, ' ')
    .replace(/<[^>]*>/g, '');
  return decodeEntities(words).replace(/\s+/g, ' ').trim();
}
