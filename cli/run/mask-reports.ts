import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { Confidence } from '../../support/confidences.ts';
import { MASK } from '../../support/target/secrets.ts';
import { POWER_FOLDER } from '../root.ts';
import { ContentMask } from './mask/content.ts';
import { maskMessages } from './mask/messages.ts';
import { replacerOf } from './mask/replacer.ts';
import type { Secret } from './mask/secret.ts';
import { secretsInTrace } from './mask/traces.ts';

/** What must not be read in the reports of a run. */
export interface Masked {
  /** Of the target: nothing of them is said, not even that they are there. */
  readonly target: readonly string[];
  /** What the scenarios used, by name. */
  readonly confidences: readonly Confidence[];
  /** The text of the specification, which everybody reads: what stands in it is no secret. */
  readonly specification: string;
}

/**
 * Masks what must not be read wherever the runners and their reporters wrote it: in texts and mails, and inside the
 * traces, which hold every header that was sent and every page that was shown.
 */
export function maskReports(out: string, { target, confidences, specification }: Masked): void {
  const files = filesIn(out);
  const drawn = [
    ...confidences.map(({ kind, value, name }) => ({ value, name, isShort: kind === 'code' })),
    ...secretsInTraces(files),
  ].filter(({ value }) => !specification.includes(value));
  const secrets: Secret[] = [...target.map((value) => ({ value, name: MASK })), ...drawn];
  if (secrets.length === 0) return;
  const replace = replacerOf(secrets);
  const masked = new ContentMask(replace);
  const inText = (text: string): string => masked.mask(Buffer.from(text)).toString('utf8');
  for (const path of files) {
    const content = readFileSync(path);
    const clean = path.endsWith('messages.ndjson')
      ? Buffer.from(maskMessages(content.toString('utf8'), inText))
      : masked.mask(content);
    if (!clean.equals(content)) writeFileSync(path, clean);
  }
}

/** What campaigns remember is of other runs, and is as they left it. */
function filesIn(out: string): string[] {
  return readdirSync(out, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .filter((path) => !path.startsWith(join(out, POWER_FOLDER, '/')))
    .sort();
}

/** A trace has copies in several reports: each is opened once. */
function secretsInTraces(files: readonly string[]): Secret[] {
  const traces = files.filter((path) => extname(path) === '.zip').map((path) => readFileSync(path));
  const distinct = new Map(traces.map((trace) => [createHash('sha1').update(trace).digest('hex'), trace]));
  return [...distinct.values()].flatMap(secretsInTrace);
}
