import { decodeEntities } from '../entities.ts';
import { type HtmlPiece, piecesOf } from './html-pieces.ts';

/** A text under way: what is in it, and how what closes next ends it. */
class Writing {
  text = '';
  /** Pieces are set apart by a space, unless one brings its own. */
  endsWithSpace: boolean;
  readonly tag: string;

  constructor(tag = '', endsWithSpace = false) {
    this.tag = tag;
    this.endsWithSpace = endsWithSpace;
  }

  emit(data: string): void {
    if (data === '') return;
    if (!/^\s/.test(data) && !this.endsWithSpace && !data.startsWith('.')) this.text += ' ';
    this.text += data;
    this.endsWithSpace = /\s$/.test(data);
  }
}

const APART = new Set(['h1', 'h2', 'h3', 'b', 'strong']);
const PARAGRAPHS = new Set(['p', 'table']);

/** The text that Mailpit generates for a mail that has only HTML: links are written after their words. */
export function textOfHtml(html: string): string {
  const writer = new TextWriter();
  for (const piece of piecesOf(html)) writer.take(piece);
  return writer.end();
}

class TextWriter {
  readonly #under: Writing[] = [new Writing()];
  readonly #links: { href: string; words: string[] }[] = [];
  /** For each list under way, whether an item of it is: the next one ends it. */
  readonly #lists: { inItem: boolean }[] = [];
  #justClosedDiv = false;

  take(piece: HtmlPiece): void {
    if (piece.kind === 'text') {
      this.#text(piece.text);
      return;
    }
    this.#justClosedDiv = this.#justClosedDiv && piece.kind === 'close' && piece.tag === 'div';
    if (piece.kind === 'open') this.#open(piece.tag, piece.attributes);
    else this.#close(piece.tag);
  }

  end(): string {
    while (this.#under.length > 1) this.#closeApart();
    return this.#now.text.replaceAll('\n ', '\n').replace(/\n\n+/g, '\n\n').trim();
  }

  get #now(): Writing {
    return this.#under.at(-1) as Writing;
  }

  #text(raw: string): void {
    const words = decodeEntities(raw)
      .replace(/[ \r\n\t]+/g, ' ')
      .trim();
    this.#links.at(-1)?.words.push(decodeEntities(raw));
    this.#now.emit(words);
  }

  #open(tag: string, attributes: Readonly<Record<string, string>>): void {
    if (APART.has(tag)) this.#under.push(new Writing(tag, tag === 'b' || tag === 'strong'));
    else if (tag === 'br') this.#now.emit('\n');
    else if (tag === 'ul' || tag === 'ol') this.#openList(tag);
    else if (PARAGRAPHS.has(tag)) this.#now.emit('\n\n');
    else if (tag === 'li') this.#openItem();
    else if (tag === 'div' && !/(?:^|\n)$/.test(this.#now.text)) this.#now.emit('\n');
    else if (tag === 'a') this.#links.push({ href: decodeEntities(attributes.href ?? ''), words: [] });
    else if (tag === 'img') this.#image(attributes.alt);
  }

  #close(tag: string): void {
    if (APART.has(tag)) this.#closeApart();
    else if (tag === 'ul' || tag === 'ol') this.#closeList(tag);
    else if (PARAGRAPHS.has(tag)) this.#now.emit('\n\n');
    else if (tag === 'li') this.#closeItem();
    else if (tag === 'a') this.#closeLink();
    else if (tag === 'div') this.#closeDiv();
  }

  #openList(tag: string): void {
    this.#lists.push({ inItem: false });
    if (tag === 'ul') this.#now.emit('\n\n');
  }

  #closeList(tag: string): void {
    this.#closeItem();
    this.#lists.pop();
    if (tag === 'ul') this.#now.emit('\n\n');
  }

  #openItem(): void {
    this.#closeItem();
    const list = this.#lists.at(-1);
    if (list !== undefined) list.inItem = true;
    this.#now.emit('* ');
  }

  #closeItem(): void {
    const list = this.#lists.at(-1);
    if (list?.inItem === false) return;
    if (list !== undefined) list.inItem = false;
    this.#now.emit('\n');
  }

  #closeDiv(): void {
    if (!this.#justClosedDiv) this.#now.emit('\n');
    this.#justClosedDiv = true;
  }

  #closeLink(): void {
    const link = this.#links.pop();
    const href = link?.href.trim().replace(/^mailto:/, '');
    const words = link?.words.length === 1 ? link.words[0] : undefined;
    if (href && words !== href) this.#now.emit(`( ${href} )`);
  }

  /** Only the image that is all a link holds has words. */
  #image(alt: string | undefined): void {
    if (alt && this.#links.at(-1)?.words.length === 0) this.#now.emit(decodeEntities(alt));
  }

  #closeApart(): void {
    if (this.#under.length === 1) return;
    const { tag, text } = this.#under.pop() as Writing;
    this.#now.emit(tag === 'b' || tag === 'strong' ? `*${text}*` : this.#heading(tag, text));
  }

  #heading(tag: string, text: string): string {
    const longest = Math.max(0, ...text.split('\n').map((line) => [...line].length - 1));
    const rule = (tag === 'h1' ? '*' : '-').repeat(longest);
    return tag === 'h3' ? `\n\n${text}\n${rule}\n\n` : `\n\n${rule}\n${text}\n${rule}\n\n`;
  }
}

const SPACED =
  /<\/(div|p|td|th|h[1-6]|ul|ol|li|address|article|aside|blockquote|dl|dt|footer|header|hr|main|nav|pre|table|thead|tfoot|video)></gi;

/** The words of an HTML body on one line, as the list of mails shows them, and as they are searched with the links. */
export function wordsOfHtml(html: string, withLinks = false): string {
  const spaced = html
    .replace(SPACED, '</$1> <')
    .replace(/<(?:br \/|br)>/gi, ' ')
    .replace(/<img/gi, ' <img');
  const links: string[] = [];
  const words = piecesOf(spaced).map((piece) => {
    if (piece.kind === 'text') return decodeEntities(piece.text);
    if (piece.tag !== 'a') return '';
    if (piece.kind === 'open') links.push(decodeEntities(piece.attributes.href ?? ''));
    const href = piece.kind === 'close' ? (links.pop() ?? '') : '';
    return withLinks && /^http/i.test(href) ? ` ${href} ` : '';
  });
  return words.join('').replace(/\p{C}/gu, ' ').replace(/\s+/g, ' ').trim();
}
