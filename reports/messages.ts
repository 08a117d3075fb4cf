import { createReadStream, existsSync } from 'node:fs';
import type { Envelope } from '@cucumber/messages';
import { type Play, PlayRecorder } from './play-recorder.ts';

export type { Play, PlayedFeature } from './play-recorder.ts';
export type { AttachmentMeta, PlayedScenario, StepStatus } from './played-scenario.ts';

/** Reads the messages of one play; shards are given together. A missing file is an incomplete play, not a crash. */
export async function readPlay(...paths: string[]): Promise<Play> {
  const parts: Play[] = [];
  for (const path of paths) parts.push(existsSync(path) ? await readFile(path) : missing(path));
  return merged(parts);
}

/** The play that envelopes tell, for messages already in memory. */
export function playOf(envelopes: Iterable<Envelope>): Play {
  const recorder = new PlayRecorder();
  for (const envelope of envelopes) recorder.accept(envelope);
  return recorder.play(false);
}

async function readFile(path: string): Promise<Play> {
  const recorder = new PlayRecorder();
  let truncated = false;
  for await (const line of linesOf(path)) {
    const envelope = envelopeIn(line);
    if (envelope) recorder.accept(envelope);
    else truncated = true;
  }
  return recorder.play(truncated);
}

/**
 * The lines of a file of messages. Node’s readline also cuts at U+2028 and U+2029, which JSON leaves as they are inside strings: a portal that echoes
 * one would look like a killed run.
 */
export async function* linesOf(path: string): AsyncGenerator<string> {
  let parts: string[] = [];
  for await (const chunk of createReadStream(path, { encoding: 'utf8' })) {
    const [first = '', ...rest] = String(chunk).split('\n');
    parts.push(first);
    for (const next of rest) {
      yield parts.join('');
      parts = [next];
    }
  }
  yield parts.join('');
}

function envelopeIn(line: string): Envelope | undefined {
  if (line.trim() === '') return {};
  try {
    const envelope: unknown = JSON.parse(line);
    return typeof envelope === 'object' && envelope !== null ? envelope : undefined;
  } catch {
    return undefined;
  }
}

function merged(parts: Play[]): Play {
  return {
    scenarios: parts.flatMap(({ scenarios }) => scenarios),
    truncated: parts.some(({ truncated }) => truncated),
    complete: parts.length > 0 && parts.every(({ complete }) => complete),
    problems: parts.flatMap(({ problems }) => problems),
    features: parts.flatMap(({ features }) => features),
  };
}

function missing(path: string): Play {
  return {
    scenarios: [],
    truncated: false,
    complete: false,
    problems: [`Aucun message n'a été écrit (${path}).`],
    features: [],
  };
}
