import { decodeEntities } from './entities.ts';
import type { Mail } from './mail.ts';
import { splitLinks } from './text-links.ts';

const COMMENT = /<!--[\s\S]*?-->/g;
const ANCHOR = /<(?:a|area)\b(?:"[^"]*"|'[^']*'|[^>"'])*>/gi;
const HREF = /\shref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))/i;

/**
 * The http(s) links of a mail, once each, in order: those a reader can click in its HTML, else those
 * written in its text. HTML first, because a text generated from it may have cut or lost them.
 */
export function linksOf(mail: Pick<Mail, 'html' | 'text'>): string[] {
  const clickable = linksOfHtml(mail.html);
  return [...new Set(clickable.length > 0 ? clickable : linksOfText(mail.text))];
}

function linksOfHtml(html: string): string[] {
  // Comments hold the variants that Outlook alone reads.
  const anchors = html.replace(COMMENT, '').match(ANCHOR) ?? [];
  return anchors.map(hrefOf).filter((href) => /^https?:\/\//i.test(href));
}

function hrefOf(anchor: string): string {
  const match = HREF.exec(anchor);
  const value = match?.[1] ?? match?.[2] ?? match?.[3] ?? '';
  // A browser drops the line breaks that a mail composer put inside an address.
  return decodeEntities(value)
    .replace(/[\t\r\n]/g, '')
    .trim();
}

function linksOfText(text: string): string[] {
  return splitLinks(text)
    .filter((piece) => piece.isLink)
    .map((piece) => piece.text);
}
