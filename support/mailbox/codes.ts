import { decodeEntities } from './entities.ts';
import type { Mail } from './mail.ts';

/** A code as its mail writes it, and as a person types it: « 48210 93756 » without its space. */
export interface MailedCode {
  readonly written: string;
  readonly typed: string;
}

type Read = Pick<Mail, 'html' | 'text' | 'subject'>;

/** Digits, grouped or not, or capitals and digits: four signs at least. */
const SHAPED =
  /(?<![\p{L}\d.,:/-])(?:\d(?:[ \u00a0\u202f.-]?\d){3,11}|[A-Z\d]{4,12}|[A-Z\d]{3,8}(?:-[A-Z\d]{3,8}){1,3})(?![\p{L}\d/:-])/gu;

const LINKS_AND_ADDRESSES = /https?:\/\/\S+|\S+@\S+/g;

/** What looks like a code and is something else: a date, a phone number, what bears a unit. */
const DATE = /^(?:\d{1,2}[.-]\d{1,2}[.-]\d{2,4}|\d{4}-\d{2}-\d{2})$/;
const PHONE = /^0[1-9](?:[ .-]\d{2}){4}$|^0 /;
const UNIT = /^\s*(?:minutes?|min|heures?|h|jours?|j|caract|chiffres?|signes?|€|euros?|%)(?!\p{L})/iu;

/** The word that announces it, « code postal » and the like left out. */
const ANNOUNCES =
  /\b(?:code|pin|jeton)\b(?! (?:postal|client|fournisseur|naf|ape|insee|commune|pays|barres?|promo|service))/i;
/** At most this far before it, with no end of sentence in between. */
const BEFORE = new RegExp(`${ANNOUNCES.source}[^.!?]{0,60}$`, 'i');
const AFTER = /^\W{0,5}(?:est|sera|voilà)[^.!?]{0,30}\bcode\b/i;

/**
 * Returns the code that a mail brings, known by what surrounds it: the word « code » before it in its sentence, or on
 * the lines before when it stands alone on its own. Its plain text first, then its HTML, then its subject.
 */
export function codeIn({ text, html, subject }: Read): MailedCode | undefined {
  for (const source of [text, textOf(html), subject]) {
    const [found] = announcedIn(linesOf(source));
    if (found !== undefined) return { written: found, typed: found.replace(/[ \u00a0\u202f]/g, '') };
  }
  return undefined;
}

/** Returns in French, for a mail without a code, the lines that hold figures, which are masked: one may be the code. */
export function figuresIn({ text, html }: Read): string[] {
  const lines = linesOf(text.trim() === '' ? textOf(html) : text);
  const masked = lines.map((line) => line.replace(/\d(?=(?:[ .-]?\d){2})/g, '•'));
  return masked.filter((line, index) => line !== lines[index]).map((line) => line.slice(0, 80));
}

function announcedIn(lines: readonly string[]): string[] {
  return lines.flatMap((line, index) =>
    [...line.matchAll(SHAPED)]
      .filter(({ 0: shaped, index: start }) => isCode(shaped, line.slice(start + shaped.length)))
      .filter(({ 0: shaped, index: start }) => {
        const [before, after] = [line.slice(0, start), line.slice(start + shaped.length)];
        const isAlone = !/[\p{L}\d]/u.test(before + after);
        return (
          BEFORE.test(before) ||
          AFTER.test(after) ||
          (isAlone && lines.slice(0, index).some((each) => ANNOUNCES.test(each)))
        );
      })
      .map(([shaped]) => shaped),
  );
}

function isCode(shaped: string, after: string): boolean {
  return /\d/.test(shaped) && !DATE.test(shaped) && !PHONE.test(shaped) && !UNIT.test(after);
}

function linesOf(text: string): string[] {
  const lines = text.replace(LINKS_AND_ADDRESSES, ' ').split('\n');
  return lines.map((line) => line.trim()).filter((line) => line !== '');
}

/** One line for each block of an HTML mail. */
function textOf(html: string): string {
  const blocks = html.replace(/<(style|script|head)\b[\s\S]*?<\/\1>|<!--[\s\S]*?-->/gi, '');
  return decodeEntities(
    blocks.replace(/<\/?(?:p|div|tr|td|th|table|li|ul|ol|h\d|br|hr)\b[^>]*>/gi, '\n').replace(/<[^>]*>/g, ''),
  );
}
