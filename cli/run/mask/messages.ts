import { FAILURE_MEDIA_TYPE } from '../../../support/failures.ts';

type Json = Record<string, unknown>;

/** What a failure says for people; its other keys are for the verdict. */
const SENTENCES = ['sentence', 'done', 'expected', 'seen'];

/**
 * Masks the messages of a run, from which the verdict is computed again wherever they go: only what people read in them
 * is looked at. A portal that gave out « finding » for a token would else unmake what is held against it.
 */
export function maskMessages(content: string, mask: (text: string) => string): string {
  return content
    .split('\n')
    .map((line) => (line === '' ? line : maskLine(line, mask)))
    .join('\n');
}

function maskLine(line: string, mask: (text: string) => string): string {
  let envelope: Json;
  try {
    envelope = JSON.parse(line);
  } catch {
    // A run that was killed leaves a line in half: nothing is judged from it.
    return mask(line);
  }
  const masked = maskEnvelope(envelope, mask);
  return masked === envelope ? line : JSON.stringify(masked);
}

function maskEnvelope(envelope: Json, mask: (text: string) => string): Json {
  const [[kind, body] = ['', undefined]] = Object.entries(envelope);
  switch (kind) {
    case 'attachment':
      return { attachment: maskAttachment(body as Json, mask) };
    case 'meta':
      return { meta: maskTexts(body, mask) };
    case 'testStepFinished':
      return { testStepFinished: maskKey(body as Json, 'testStepResult', mask) };
    case 'testRunHookFinished':
      return { testRunHookFinished: maskKey(body as Json, 'result', mask) };
    case 'testRunFinished':
      return { testRunFinished: maskKey(maskKey(body as Json, 'message', mask), 'exception', mask) };
    default:
      return envelope;
  }
}

/** A result's status is a word of the messages' own: what it says is beside it. */
function maskKey(body: Json, key: string, mask: (text: string) => string): Json {
  const value = body[key];
  if (value === undefined) return body;
  if (typeof value === 'object' && value !== null && 'status' in value)
    return { ...body, [key]: { ...(maskTexts(value, mask) as Json), status: value.status } };
  return { ...body, [key]: maskTexts(value, mask) };
}

/** Every text of a value, however deep. */
function maskTexts(value: unknown, mask: (text: string) => string): unknown {
  if (typeof value === 'string') return mask(value);
  if (Array.isArray(value)) return value.map((each) => maskTexts(each, mask));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, maskTexts(each, mask)]));
}

function maskAttachment(attachment: Json, mask: (text: string) => string): Json {
  const { body, contentEncoding, mediaType } = attachment;
  if (typeof body !== 'string' || /^image\//.test(String(mediaType))) return attachment;
  const isEncoded = contentEncoding === 'BASE64';
  const text = isEncoded ? Buffer.from(body, 'base64').toString('utf8') : body;
  const masked = mediaType === FAILURE_MEDIA_TYPE ? maskFailure(text, mask) : mask(text);
  if (masked === text) return attachment;
  return { ...attachment, body: isEncoded ? Buffer.from(masked).toString('base64') : masked };
}

function maskFailure(text: string, mask: (text: string) => string): string {
  try {
    const failure = JSON.parse(text) as Json;
    const entries = Object.entries(failure).map(([key, value]) => [
      key,
      SENTENCES.includes(key) && typeof value === 'string' ? mask(value) : value,
    ]);
    return JSON.stringify(Object.fromEntries(entries));
  } catch {
    return mask(text);
  }
}
