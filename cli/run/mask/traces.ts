import AdmZip from 'adm-zip';
import { looksDrawn, nameOf } from '../../../support/confidences.ts';
import type { Secret } from './secret.ts';

/** A value shorter than this, or that is plain words, opens no session: it is a language, a choice, a name. */
const SHORTEST = 12;

interface Header {
  readonly name: string;
  readonly value: string;
}

/** Returns the cookies and authorisations that a trace holds: only the browser knew them. */
export function secretsInTrace(archive: Buffer): Secret[] {
  const values = new Map<string, 'cookie' | 'autorisation'>();
  for (const header of textsIn(archive).flatMap(headersIn))
    for (const [value, kind] of valuesOf(header)) if (isSecret(value)) values.set(value, kind);
  const ranks = { cookie: 0, autorisation: 0 };
  return [...values].map(([value, kind]) => {
    ranks[kind] += 1;
    return { value, name: nameOf(kind, ranks[kind], value) };
  });
}

/** One that a stopped run left in half tells nothing. */
function textsIn(archive: Buffer): string[] {
  try {
    return new AdmZip(archive)
      .getEntries()
      .filter(({ entryName }) => /\.(?:network|trace)$/.test(entryName))
      .map((entry) => entry.getData().toString('utf8'));
  } catch {
    return [];
  }
}

const HEADER =
  /\{"name":"((?:set-)?cookie|(?:proxy-)?authorization)","value":("(?:[^"\\]|\\.)*")\}|"((?:set-)?cookie|(?:proxy-)?authorization)":("(?:[^"\\]|\\.)*")/gi;

function headersIn(text: string): Header[] {
  return [...text.matchAll(HEADER)].map(([, name, value, key = '', said = '""']) => ({
    name: (name ?? key).toLowerCase(),
    value: JSON.parse(value ?? said),
  }));
}

function valuesOf({ name, value }: Header): [string, 'cookie' | 'autorisation'][] {
  if (name.endsWith('authorization')) return [[value.replace(/^\w+\s+/, ''), 'autorisation']];
  // A server may set several at once, a line each; only the first piece of each is its own.
  const pieces =
    name === 'cookie' ? value.split(/;\s*/) : value.split('\n').map((line) => line.split(';')[0] ?? '');
  return pieces.map((piece) => [piece.slice(piece.indexOf('=') + 1).replace(/^"|"$/g, ''), 'cookie']);
}

function isSecret(value: string): boolean {
  return value.length >= SHORTEST && looksDrawn(value) && !/\s|@|%40/i.test(value) && !/^\d{14}$/.test(value);
}
