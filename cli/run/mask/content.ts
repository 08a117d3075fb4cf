import { createHash } from 'node:crypto';
import AdmZip from 'adm-zip';
import type { Replace } from './replacer.ts';

/** Masks whatever a file holds, were it an archive, a page that holds one, or a mail. */
export class ContentMask {
  private readonly replace: Replace;
  /** A trace has copies in several reports: it is opened once. */
  private readonly archives = new Map<string, Buffer>();

  constructor(replace: Replace) {
    this.replace = replace;
  }

  /** Returns the content without secrets: the very same bytes where it has none. */
  mask(content: Buffer): Buffer {
    if (isArchive(content)) return this.maskArchive(content);
    if (isPicture(content)) return content;
    return this.maskEncoded(this.maskQuotedPrintable(this.replace(content)));
  }

  private maskArchive(content: Buffer): Buffer {
    const digest = createHash('sha1').update(content).digest('hex');
    const known = this.archives.get(digest);
    if (known !== undefined) return known;
    const masked = this.maskEntries(content);
    this.archives.set(digest, masked);
    return masked;
  }

  /** A trace that a stopped run left in half can't be opened, hence not masked: nothing of it is left. */
  private maskEntries(content: Buffer): Buffer {
    let isClean = true;
    try {
      const zip = new AdmZip(content);
      for (const entry of zip.getEntries()) {
        const data = entry.getData();
        const clean = this.mask(data);
        if (clean === data) continue;
        zip.updateFile(entry, clean);
        isClean = false;
      }
      return isClean ? content : zip.toBuffer();
    } catch {
      return Buffer.alloc(0);
    }
  }

  /** A mail cuts its long lines anywhere, a secret included: what is found once they are joined stays joined. */
  private maskQuotedPrintable(content: Buffer): Buffer {
    if (content.indexOf('quoted-printable') === -1) return content;
    const text = content.toString('latin1');
    const joined = Buffer.from(text.replace(/=(?:\r?\n|(?:\\r)?\\n)/g, ''), 'latin1');
    const clean = this.replace(joined);
    return clean === joined ? content : clean;
  }

  /** What is written in base64, in a line or in the many lines of a mail. */
  private maskEncoded(content: Buffer): Buffer {
    const text = content.toString('latin1');
    let isClean = true;
    const clean = text.replace(ENCODED, (run) => {
      if (STARTS_PICTURE.test(run)) return run;
      const data = Buffer.from(run.replace(LINE_END, '').replaceAll('\\/', '/'), 'base64');
      const masked = this.mask(data);
      if (masked === data) return run;
      isClean = false;
      return encodedAs(run, masked);
    });
    return isClean ? content : Buffer.from(clean, 'latin1');
  }
}

const LINE_END = /\r?\n|(?:\\r)?\\n/g;

/** Runs of base64, of both alphabets: shorter ones hold nothing as long as a secret. */
const ENCODED = /(?:[A-Za-z0-9+/]{60,76}(?:\r?\n|(?:\\r)?\\n))*(?:[A-Za-z0-9+/_-]|\\\/){16,}={0,2}/g;

/** PNG, JPEG, GIF, WOFF and TrueType fonts, in base64. */
const STARTS_PICTURE = /^(?:iVBORw0KGgo|\\?\/9j\\?\/|R0lGOD|d09G|AAEAAA)/;

function encodedAs(run: string, data: Buffer): string {
  const end = LINE_END.exec(run)?.[0];
  LINE_END.lastIndex = 0;
  if (end !== undefined) return (data.toString('base64').match(/.{1,76}/g) ?? []).join(end);
  if (/[-_]/.test(run)) return data.toString('base64url');
  // Within a script, a page writes slashes so.
  return run.includes('\\/') ? data.toString('base64').replaceAll('/', '\\/') : data.toString('base64');
}

function isArchive(content: Buffer): boolean {
  return content.length > 4 && content.readUInt32BE(0) === 0x504b0304;
}

/** PNG and JPEG: what a portal shows to anybody, where a password is dots. */
function isPicture(content: Buffer): boolean {
  if (content.length < 4) return false;
  return content.readUInt32BE(0) === 0x89504e47 || content.readUInt32BE(0) >>> 8 === 0xffd8ff;
}
