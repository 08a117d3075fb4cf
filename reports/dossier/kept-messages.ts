import { once } from 'node:events';
import { createWriteStream, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import type { Attachment, Envelope, Pickle } from '@cucumber/messages';
import { linesOf } from '../messages.ts';
import { placeOf } from '../played-scenario.ts';
import { sha256 } from './digest.ts';

/** Where the pieces of a dossier are. */
export const PROOFS_FOLDER = 'preuves';

/** Whether a path is that of a piece: whoever reads a dossier that others made opens no file out of it. */
export function isProof(path: string): boolean {
  return /^preuves\/\w[\w.-]*$/.test(path);
}

/** What is a piece by itself, for people to open, with the end of its file's name. */
const PIECES: Readonly<Record<string, string>> = {
  'image/png': '.png',
  'image/jpeg': '.jpg',
  'image/webp': '.webp',
  'message/rfc822': '.eml',
};

/** What stands in the messages in place of a piece's body. */
const REFERENCE = /^sha256:([0-9a-f]{64})$/;

/** A piece that messages refer to. */
export interface PieceReference {
  readonly path: string;
  readonly sha256: string;
}

/** Returns the piece that an attachment refers to, where it refers to one. */
export function referenceIn({ body, url }: Pick<Attachment, 'body' | 'url'>): PieceReference | undefined {
  const [, digest] = REFERENCE.exec(body) ?? [];
  return digest === undefined || url === undefined ? undefined : { path: url, sha256: digest };
}

/**
 * Copies the messages of one play into a dossier. Pictures and mails become files there; the messages keep their place
 * and their digest, so that the verdict can still be told from them. `play` is 1, or 2 for what was played again; `root`
 * is the folder that paths are given from.
 */
export async function keepMessages(
  from: string,
  { folder, path, play, root }: { folder: string; path: string; play: number; root: string },
): Promise<void> {
  const to = join(folder, path);
  mkdirSync(dirname(to), { recursive: true });
  const pieces = new Pieces(folder, play);
  const machine = JSON.stringify(root).slice(1, -1);
  const file = createWriteStream(to);
  for await (const line of linesOf(from)) {
    // The last line ends the file, and is empty unless the run was killed.
    if (line !== '' && !file.write(`${pieces.without(line).replaceAll(machine, '')}\n`))
      await once(file, 'drain');
  }
  file.end();
  await once(file, 'close');
}

/** The pieces of one play, taken out of its messages one line after the other. */
class Pieces {
  readonly #folder: string;
  readonly #play: number;
  readonly #pickles = new Map<string, Pickle>();
  readonly #testCases = new Map<string, string>();
  readonly #started = new Map<string, string>();
  readonly #ranks = new Map<string, number>();

  constructor(folder: string, play: number) {
    this.#folder = folder;
    this.#play = play;
  }

  /** Returns a line without the body of the piece that it holds, which is then a file. */
  without(line: string): string {
    const envelope = envelopeIn(line);
    if (envelope === undefined) return line;
    const { pickle, testCase, testCaseStarted, attachment } = envelope;
    if (pickle) this.#pickles.set(pickle.id, pickle);
    if (testCase) this.#testCases.set(testCase.id, testCase.pickleId);
    if (testCaseStarted) this.#started.set(testCaseStarted.id, testCaseStarted.testCaseId);
    const extension = attachment && PIECES[attachment.mediaType.split(';')[0] ?? ''];
    if (!attachment || extension === undefined) return line;
    return JSON.stringify({ attachment: this.#apart(attachment, extension) });
  }

  #apart(attachment: Attachment, extension: string): Attachment {
    const { body, contentEncoding } = attachment;
    const content = Buffer.from(body, String(contentEncoding) === 'BASE64' ? 'base64' : 'utf8');
    const path = `${PROOFS_FOLDER}/${this.#nameOf(attachment, extension)}`;
    mkdirSync(join(this.#folder, PROOFS_FOLDER), { recursive: true });
    writeFileSync(join(this.#folder, path), content);
    return {
      ...attachment,
      body: `sha256:${sha256(content)}`,
      contentEncoding: 'IDENTITY' as Attachment['contentEncoding'],
      url: path,
    };
  }

  /** The same for one run as for its shards: of the scenario, the play, and the rank among the scenario's pieces. */
  #nameOf({ testCaseStartedId = '', fileName = '' }: Attachment, extension: string): string {
    const pickle = this.#pickles.get(this.#testCases.get(this.#started.get(testCaseStartedId) ?? '') ?? '');
    const feature = slug(
      placeOf(pickle?.uri ?? '')
        .uri.replace(/^features\//, '')
        .replace(/\.feature$/, ''),
    );
    const requirement = pickle?.tags.find(({ name }) => name.startsWith('@EX-'))?.name.slice(1);
    const scenario = `${requirement ?? (feature || 'hors-scenario')}-ligne-${pickle?.location?.line ?? 0}`;
    const rank = (this.#ranks.get(scenario) ?? 0) + 1;
    this.#ranks.set(scenario, rank);
    const title = slug(fileName.slice(0, fileName.length - extname(fileName).length)) || 'piece';
    return `${scenario}-passage-${this.#play}-${rank}-${title}${extension}`;
  }
}

function envelopeIn(line: string): Partial<Envelope> | undefined {
  try {
    const envelope: unknown = JSON.parse(line);
    return typeof envelope === 'object' && envelope !== null ? envelope : undefined;
  } catch {
    return undefined;
  }
}

function slug(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
    .slice(0, 60);
}
