import { appendFileSync } from 'node:fs';

/** Set to the file where workers tell, to the run alone, what must not be read in its reports; nothing is told where it is not. */
export const CONFIDENCES = 'DIAPASON_CONFIDENCES';

/** What a run keeps to itself: whoever has it opens an account, or comes near. */
export type ConfidenceKind = 'mot de passe' | 'jeton' | 'code';

/** One of them, and the name that stands for it in the reports: « jeton-2, 43 caractères ». */
export interface Confidence {
  readonly kind: ConfidenceKind;
  readonly value: string;
  readonly name: string;
}

/**
 * What a scenario uses and nobody must read. Names are numbered within the scenario, in the order of use: they are the
 * same from one run to the next, in a shard as in the whole.
 */
export class Confidences {
  private readonly file: string | undefined;
  private readonly names = new Map<string, string>();
  private readonly counts = new Map<ConfidenceKind, number>();

  constructor(environment: NodeJS.ProcessEnv = process.env) {
    this.file = environment[CONFIDENCES];
  }

  /** Tells a value; an empty one, or one told before, is nothing new. */
  tell(kind: ConfidenceKind, value: string): void {
    if (this.file === undefined || value === '' || this.names.has(value)) return;
    const rank = (this.counts.get(kind) ?? 0) + 1;
    this.counts.set(kind, rank);
    const name = nameOf(kind, rank, value);
    this.names.set(value, name);
    appendFileSync(this.file, `${JSON.stringify({ kind, value, name })}\n`);
  }

  /** Tells what an activation link holds of its own. */
  tellLink(link: string): void {
    for (const token of tokensIn(link)) this.tell('jeton', token);
  }
}

/** The name of a secret in the reports; its length is what a finding may be about. */
export function nameOf(kind: string, rank: number, value: string): string {
  return `${kind}-${rank}, ${[...value].length} caractères`;
}

const SHORTEST_TOKEN = 8;

/** The pieces of a link that look drawn, addresses and SIRET left out; the longest at least. */
function tokensIn(link: string): string[] {
  const pieces = link
    .replace(/^\w+:\/\/[^/?#]*/, '')
    .split(/[/?#&;=]/)
    .filter((piece) => piece.length >= SHORTEST_TOKEN && !/@|%40/i.test(piece) && !/^\d{14}$/.test(piece));
  const longest = pieces.reduce((long, piece) => (piece.length > long.length ? piece : long), '');
  return [...new Set([longest, ...pieces.filter(looksDrawn)])].filter((piece) => piece !== '');
}

/** A word of an address has no digit and one case. */
export function looksDrawn(text: string): boolean {
  return /\d/.test(text) || (/[a-z]/.test(text) && /[A-Z]/.test(text));
}
