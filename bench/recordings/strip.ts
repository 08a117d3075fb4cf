import type { Attachment, Envelope } from '@cucumber/messages';
import { FAILURE_MEDIA_TYPE } from '../../support/failures.ts';

/** What verdicts never read. */
const BULK: readonly (keyof Envelope)[] = ['source', 'stepDefinition', 'parameterType', 'hook', 'suggestion'];

/** Returns messages without their bulk, nor anything of the machine they were written on. */
export function stripped(text: string, root: string): string {
  return text
    .split('\n')
    .map((line) => strippedLine(line, root))
    .filter((line) => line !== '')
    .map((line) => `${line}\n`)
    .join('');
}

/** A line cut by a killed process is kept as it was cut. */
function strippedLine(line: string, root: string): string {
  const envelope = envelopeIn(line);
  if (envelope === undefined) return line;
  if (BULK.some((name) => envelope[name] !== undefined)) return '';
  return JSON.stringify(envelope, (key, value: unknown) => lightened(key, value, root));
}

function envelopeIn(line: string): Envelope | undefined {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function lightened(key: string, value: unknown, root: string): unknown {
  if (key === 'meta') return { implementation: (value as Envelope['meta'])?.implementation };
  if (key === 'attachment') return withoutBody(value as Attachment);
  if (key === 'stackTrace') return undefined;
  if (typeof value !== 'string' || key === 'body') return value;
  return withoutStack(value).replaceAll(`${root}/`, '');
}

function withoutBody(attachment: Attachment): Attachment {
  return attachment.mediaType === FAILURE_MEDIA_TYPE ? attachment : { ...attachment, body: '' };
}

function withoutStack(text: string): string {
  return text
    .split('\n')
    .filter((line) => !/^\s+at .*(?:node_modules|node:|[(/]internal)/.test(line))
    .join('\n');
}
