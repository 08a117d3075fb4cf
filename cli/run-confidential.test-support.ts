import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import AdmZip from 'adm-zip';
import type { Alteration } from '../fixtures/portal/alteration.ts';

/** What a portal saw and gave: independent of what the suite says that it used. */
export class Overheard {
  readonly passwords = new Set<string>();
  readonly tokens = new Set<string>();
  readonly cookies = new Set<string>();
  readonly authorizations = new Set<string>();

  /** Stands between the portal and whoever asks it something, and changes nothing. */
  get alteration(): Alteration {
    return {
      around: () => async (request, next) => {
        await this.hear(request.clone());
        const response = await next(request);
        for (const header of response.headers.getSetCookie()) this.addCookie(header.split(';')[0] ?? '');
        return response;
      },
    };
  }

  /** All that must be read nowhere. */
  get secrets(): string[] {
    return [this.passwords, this.tokens, this.cookies, this.authorizations].flatMap((all) => [...all]);
  }

  private async hear(request: Request): Promise<void> {
    const authorization = request.headers.get('authorization');
    if (authorization !== null) this.authorizations.add(authorization.replace(/^\w+ /, ''));
    for (const pair of request.headers.get('cookie')?.split(/;\s*/) ?? []) this.addCookie(pair);
    this.addToken(new URL(request.url).searchParams.get('jeton'));
    const form = new URLSearchParams(await request.text());
    this.addToken(form.get('jeton'));
    // The address is confirmed too, and is no secret.
    for (const [name, value] of form)
      if (/mot ?de ?passe|confirmation/i.test(name) && value !== '' && !ADDRESS.test(value))
        this.passwords.add(value);
  }

  private addCookie(pair: string): void {
    const value = pair.slice(pair.indexOf('=') + 1);
    if (value !== '') this.cookies.add(value);
  }

  private addToken(token: string | null): void {
    if (token !== null && token !== '') this.tokens.add(token);
  }
}

/** Every file of a folder under which one of these texts can be read, however it is written there. */
export function filesTelling(folder: string, secrets: readonly string[]): string[] {
  // A trace has a copy in each report.
  const known = new Map<string, string | undefined>();
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .flatMap((path) => {
      const content = readFileSync(path);
      const digest = createHash('sha1').update(content).digest('hex');
      if (!known.has(digest)) known.set(digest, toldIn(content, secrets));
      const told = known.get(digest);
      return told === undefined ? [] : [`${path} : ${told}`];
    });
}

/** The first of these texts that a content holds, in any of the ways in which a report may write it. */
export function toldIn(content: Buffer, secrets: readonly string[], depth = 0): string | undefined {
  if (content.subarray(0, 4).equals(ZIP)) return inArchive(content, secrets, depth);
  const text = content.toString('utf8');
  for (const view of viewsOf(text)) {
    const told = secrets.find((secret) => view.includes(secret));
    if (told !== undefined) return told;
  }
  return depth > 4 ? undefined : inBase64(text, secrets, depth);
}

const ADDRESS = /^[^@\s]+@[\w-]+(?:\.[\w-]+)+$/;

const ZIP = Buffer.from('PK\u0003\u0004');

function inArchive(content: Buffer, secrets: readonly string[], depth: number): string | undefined {
  for (const entry of new AdmZip(content).getEntries()) {
    const told =
      toldIn(entry.getData(), secrets, depth + 1) ?? toldIn(Buffer.from(entry.entryName), secrets, 9);
    if (told !== undefined) return told;
  }
  return undefined;
}

/** As it is written, and as a browser, a JSON reader or a mail program would read it. */
function viewsOf(text: string): string[] {
  const joined = text.replace(/=(?:\r?\n|(?:\\r)?\\n)/g, '');
  return [
    text,
    joined.replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    text.replace(/(?:%[0-9a-f]{2})+/gi, decoded).replaceAll('+', ' '),
    text.replace(/(?:%[0-9a-f]{2})+/gi, decoded),
    text.replace(/\\(?:u([0-9a-f]{4})|(["\\/]))/gi, (_, hex, sign) =>
      hex === undefined ? sign : String.fromCharCode(Number.parseInt(hex, 16)),
    ),
    text
      .replace(/&#(?:x([0-9a-f]+)|(\d+));/gi, (_, hex, decimal) =>
        String.fromCodePoint(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)),
      )
      .replaceAll('&quot;', '"')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&amp;', '&'),
  ];
}

function decoded(escapes: string): string {
  try {
    return decodeURIComponent(escapes);
  } catch {
    return escapes;
  }
}

function inBase64(text: string, secrets: readonly string[], depth: number): string | undefined {
  const plain = text.replaceAll('\\/', '/').replace(/(?<=[A-Za-z0-9+/]{60})(?:\r?\n|\\r\\n|\\n)/g, '');
  for (const [run] of plain.matchAll(/[A-Za-z0-9+/_-]{12,}={0,2}/g)) {
    // A picture shows what a portal shows: a password is dots there.
    if (/^(?:iVBOR|\/9j\/)/.test(run)) continue;
    const data = Buffer.from(run, 'base64');
    const told =
      data.length > 300 ? toldIn(data, secrets, depth + 1) : secrets.find((secret) => data.includes(secret));
    if (told !== undefined) return told;
  }
  return undefined;
}
