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
  private readonly told = new Set<string>();
  private readonly counts = new Map<ConfidenceKind, number>();

  constructor(environment: NodeJS.ProcessEnv = process.env) {
    this.file = environment[CONFIDENCES];
  }

  /** Tells a value, and other ways in which it is written; an empty one, or one told before, is nothing new. */
  tell(kind: ConfidenceKind, value: string, ...forms: readonly string[]): void {
    if (value === '' || this.told.has(value)) return;
    const rank = (this.counts.get(kind) ?? 0) + 1;
    this.counts.set(kind, rank);
    for (const form of new Set([value, ...forms]))
      this.write({ kind, value: form, name: nameOf(kind, rank, value) });
  }

  private write(confidence: Confidence): void {
    this.told.add(confidence.value);
    if (this.file !== undefined) appendFileSync(this.file, `${JSON.stringify(confidence)}\n`);
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

/** In a path, what is shorter is a number of version, a year, a step. */
const SHORTEST_IN_PATH = 12;

/** As the value of a parameter, or in a fragment, what is shorter says nothing that is drawn. */
const SHORTEST_VALUE = 8;

/** Letters alone are no word when there are so many of them without a hyphen. */
const LETTERS = /^[A-Za-z]{16,}$/;

/** What of a link looks drawn: not its words, nor the names of its parameters, nor an address or a SIRET. */
function tokensIn(link: string): string[] {
  const [path = '', ...rest] = link.replace(/^\w+:\/\/[^/?#]*/, '').split(/(?=[?#])/);
  const inPath = path.split('/').filter((piece) => piece.length >= SHORTEST_IN_PATH && /\d/.test(piece));
  const values = rest.flatMap((part) =>
    part
      .slice(1)
      .split(/[&;/?]/)
      .map((pair) => pair.slice(pair.indexOf('=') + 1)),
  );
  const drawn = values.filter(
    (value) => value.length >= SHORTEST_VALUE && (looksDrawn(value) || LETTERS.test(value)),
  );
  return [...inPath, ...drawn].filter((piece) => !/@|%40/i.test(piece) && !/^\d{14}$/.test(piece));
}

/** A word of an address has no digit and one case. */
export function looksDrawn(text: string): boolean {
  return /\d/.test(text) || (/[a-z]/.test(text) && /[A-Z]/.test(text));
}
