import { createHash } from 'node:crypto';

/** A token, and what was known of whom it was drawn for. */
export interface DrawnToken {
  readonly text: string;
  /** When it came, in milliseconds. */
  readonly at: number;
  /** What it must not be made from: address, SIRET, name. */
  readonly known: readonly string[];
}

/** What a comparison of tokens shows. */
export interface TokenStudy {
  /** In French, what was measured: length, alphabet, common beginning, order. */
  readonly measured: string;
  /** How many bits an attacker must guess, as far as it shows. */
  readonly bits: number;
  /** In French, each fault that needs no estimate. */
  readonly faults: readonly string[];
}

/** Compares tokens in the order in which they came. @throws RangeError when there are too few to compare */
export function studyOf(tokens: readonly DrawnToken[]): TokenStudy {
  if (tokens.length < 2) throw new RangeError('Deux jetons au moins sont à comparer.');
  const ordered = tokens.toSorted((a, b) => a.at - b.at);
  const texts = ordered.map(({ text }) => text);
  const lengths = [...new Set(texts.map(({ length }) => length))].sort((a, b) => a - b);
  const common = commonPrefix(texts);
  const growing = growingLength(texts, common);
  const bits = bitsOf(texts, common + growing);
  const measured = [
    `${lengths.join(' ou ')} caractères`,
    `${new Set(texts.join('')).size} signes différents`,
    ...(common === 0 ? [] : [`les ${common} premiers communs à tous`]),
    ...(growing === 0 ? [] : [`les ${growing} suivants croissent d'un courriel à l'autre`]),
    `${Math.floor(bits)} bits de hasard environ`,
  ];
  return { measured: measured.join(', '), bits, faults: [...reused(texts), ...derived(ordered)] };
}

function reused(texts: readonly string[]): string[] {
  const count = texts.length - new Set(texts).size;
  return count === 0 ? [] : [`${count} jetons ont déjà servi dans un autre courriel`];
}

function commonPrefix(texts: readonly string[]): number {
  const [first = ''] = texts;
  const differing = [...first].findIndex((sign, index) => texts.some((text) => text[index] !== sign));
  return differing < 0 ? first.length : differing;
}

/**
 * How much of what follows the common beginning never decreases, until it tells each token from the others: a date, a
 * counter. One sign that would by chance in thirty draws is as good as impossible.
 */
function growingLength(texts: readonly string[], start: number): number {
  const longest = Math.min(...texts.map(({ length }) => length)) - start;
  let growing = 0;
  for (let length = 1; length <= longest; length += 1) {
    const parts = texts.map((text) => text.slice(start, start + length));
    if (!parts.every((part, index) => index === 0 || (parts[index - 1] ?? '') <= part)) break;
    growing = length;
    if (new Set(parts).size === new Set(texts).size) break;
  }
  return growing;
}

/**
 * The sum over the places of what each may be, from the signs met there: as many as thirty draws would show of ten, of
 * sixteen… This measures diversity; a generator that only looks random is not told from one that is.
 */
function bitsOf(texts: readonly string[], start: number): number {
  const longest = Math.max(...texts.map(({ length }) => length));
  let bits = 0;
  for (let place = start; place < longest; place += 1) {
    const signs = texts.map((text) => text[place]).filter((sign) => sign !== undefined);
    bits += Math.log2(likelySize(new Set(signs).size, signs.length));
  }
  return bits;
}

const ALPHABETS = [64, 36, 32, 16, 10, 8, 4, 2];

/** The largest usual alphabet of which so many draws would show no more than this; what was met, where that is more. */
function likelySize(distinct: number, draws: number): number {
  if (distinct <= 1) return 1;
  const shown = (size: number): number => size * (1 - (1 - 1 / size) ** draws);
  // Nine tenths of what is expected: chance takes a little, never that much at every place.
  const size = ALPHABETS.find((candidate) => distinct >= 0.9 * shown(candidate)) ?? distinct;
  return Math.max(size, distinct);
}

/** What a digest of each usual algorithm looks like, in hexadecimal or in base64, with or without its padding. */
const DIGESTS = [
  { algorithm: 'md5', hex: 32, base64: [22, 24] },
  { algorithm: 'sha1', hex: 40, base64: [27, 28] },
  { algorithm: 'sha256', hex: 64, base64: [43, 44] },
] as const;

/** A counter is tried that far, and a date in that many milliseconds around the mail. */
const COUNTER = 2_000;
const AROUND_MS = 3_000;
/** Of how many tokens: a portal makes them all alike. */
const TRIED = 3;

/** Finds a token that is only the digest, or the writing, of what anybody knows. */
function derived(tokens: readonly DrawnToken[]): string[] {
  const faults = tokens.slice(0, TRIED).flatMap(({ text, at, known }) => {
    if (decoded(text).some((plain) => isMadeOf(plain, known)))
      return ["le jeton n'est que l'écriture de ce que chacun sait du compte (adresse, SIRET)"];
    const guess = guesses(known, at).find((each) => isDigestOf(each, text));
    return guess === undefined ? [] : [`le jeton est l'empreinte de « ${guess} »`];
  });
  return faults.slice(0, 1);
}

/** Signs of another origin that leave nothing to guess: a separator, a version. A signature is longer. */
const NEXT_TO_NOTHING = 6;

function isMadeOf(plain: string, known: readonly string[]): boolean {
  const held = known.filter((each) => each !== '' && plain.includes(each));
  const rest = held.reduce((left, each) => left.replace(each, ''), plain);
  return held.length > 0 && rest.length <= NEXT_TO_NOTHING;
}

function decoded(text: string): string[] {
  const encodings = ['base64', 'hex'] as const;
  return [text, ...encodings.map((encoding) => Buffer.from(text, encoding).toString())];
}

function guesses(known: readonly string[], at: number): string[] {
  const own = known.filter((each) => each !== '');
  const joined = own.flatMap((one) => own.filter((other) => other !== one).map((other) => one + other));
  const counters = Array.from({ length: COUNTER }, (_, count) => String(count));
  const moments = Array.from({ length: 2 * AROUND_MS }, (_, ms) =>
    String(Math.round(at) - 2 * AROUND_MS + 1_000 + ms),
  );
  const seconds = Array.from({ length: 20 }, (_, s) => String(Math.floor(at / 1_000) - 15 + s));
  return [...own, ...own.map((each) => each.toUpperCase()), ...joined, ...counters, ...moments, ...seconds];
}

function isDigestOf(guess: string, text: string): boolean {
  return DIGESTS.some(({ algorithm, hex, base64 }) => {
    const isHex = text.length === hex;
    if (!isHex && !base64.some((length) => length === text.length)) return false;
    const digest = createHash(algorithm)
      .update(guess)
      .digest(isHex ? 'hex' : 'base64url');
    return isHex ? digest === text.toLowerCase() : digest === base64url(text);
  });
}

function base64url(text: string): string {
  return text.replace(/=+$/, '').replaceAll('+', '-').replaceAll('/', '_');
}
