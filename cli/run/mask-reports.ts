import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import AdmZip from 'adm-zip';
import { MASK, masked } from '../../support/target/secrets.ts';

/** Playwright's page holds its data as a zip, in its own text. */
const ZIP_IN_PAGE = /(?<=data:application\/zip;base64,)[A-Za-z0-9+/=]+/g;

/**
 * Masks the secrets of a target wherever the runners and their reporters wrote them: in texts, and inside the traces,
 * which hold every header that was sent.
 */
export function maskReports(out: string, secrets: readonly string[]): void {
  if (secrets.length === 0) return;
  const mask = maskOf(secrets);
  const files = readdirSync(out, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  for (const { parentPath, name } of files) {
    const path = join(parentPath, name);
    const content = readFileSync(path);
    const clean = extname(name) === '.zip' ? maskZip(content, mask) : maskText(content, mask);
    if (!clean.equals(content)) writeFileSync(path, clean);
  }
}

type Mask = (content: Buffer) => Buffer;

/** Byte by byte, so that what is no text stays what it is. */
function maskOf(secrets: readonly string[]): Mask {
  const asBytes = (text: string): string => Buffer.from(text).toString('latin1');
  const bytes = secrets.map(asBytes);
  return (content) => {
    const text = content.toString('latin1');
    const clean = masked(text, bytes, asBytes(MASK));
    return clean === text ? content : Buffer.from(clean, 'latin1');
  };
}

function maskText(content: Buffer, mask: Mask): Buffer {
  const clean = mask(content);
  if (!clean.includes('data:application/zip;base64,')) return clean;
  const page = clean
    .toString('utf8')
    .replace(ZIP_IN_PAGE, (zip) => maskZip(Buffer.from(zip, 'base64'), mask).toString('base64'));
  return Buffer.from(page);
}

function maskZip(content: Buffer, mask: Mask): Buffer {
  const zip = new AdmZip(content);
  let isClean = true;
  for (const entry of zip.getEntries()) {
    const data = entry.getData();
    const clean = mask(data);
    if (clean.equals(data)) continue;
    zip.updateFile(entry, clean);
    isClean = false;
  }
  return isClean ? content : zip.toBuffer();
}
