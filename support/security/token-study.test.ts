import assert from 'node:assert/strict';
import { createHash, randomBytes, randomInt, randomUUID } from 'node:crypto';
import { describe, it } from 'node:test';
import { type DrawnToken, studyOf } from './token-study.ts';

const START = Date.parse('2026-03-02T09:00:00.123Z');

/** Thirty tokens, a mail every 40 ms, five for each account. */
function tokens(draw: (rank: number, at: number, email: string) => string): DrawnToken[] {
  return Array.from({ length: 30 }, (_, rank) => {
    const at = START + rank * 40;
    const email = `anne.${Math.floor(rank / 5)}@fournisseur.example`;
    return { text: draw(rank, at, email), at: at + 25, known: [email, '73282932000074'] };
  });
}

describe('a study of tokens drawn at random', () => {
  const forms: Readonly<Record<string, () => string>> = {
    'base64url, 256 bits': () => randomBytes(32).toString('base64url'),
    'hexadecimal, 128 bits': () => randomBytes(16).toString('hex'),
    UUID: () => randomUUID(),
    'letters, 16 signs': () =>
      Array.from({ length: 16 }, () => String.fromCharCode(97 + randomInt(26))).join(''),
    'JWT, whose beginning is common': () =>
      `eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhIn0.${randomBytes(32).toString('base64url')}`,
  };
  for (const [name, draw] of Object.entries(forms)) {
    it(`finds enough in ${name}`, () => {
      const { bits, faults, measured } = studyOf(tokens(draw));
      assert.deepEqual(faults, []);
      assert.ok(bits >= 64, measured);
    });
  }

  it('finds what a code of ten digits holds, and of six', () => {
    const digits = (length: number) => () => Array.from({ length }, () => randomInt(10)).join('');
    const ten = studyOf(tokens(digits(10))).bits;
    assert.ok(ten > 29 && ten < 40, `${ten}`);
    assert.ok(studyOf(tokens(digits(6))).bits >= 18);
  });

  it('finds enough beside a date', () => {
    const { bits, measured } = studyOf(
      tokens((_, at) => `${at.toString(36)}${randomBytes(12).toString('hex')}`),
    );
    assert.ok(bits >= 64, measured);
    assert.match(measured, /croissent d'un courriel à l'autre/);
  });
});

describe('a study of tokens that can be guessed', () => {
  const weak: Readonly<Record<string, (rank: number, at: number) => string>> = {
    'a counter': (rank) => String(41_000_000 + rank * 1_017),
    'a counter, in 32 digits': (rank) => (0x1000 + rank).toString(16).padStart(32, '0'),
    'the time': (_, at) => at.toString(36),
    'a long beginning, drawn once': () => `${'kX3'.repeat(13)}${randomBytes(4).toString('hex')}`,
  };
  for (const [name, draw] of Object.entries(weak)) {
    it(`finds little in ${name}`, () => {
      const { bits, measured } = studyOf(tokens(draw));
      assert.ok(bits < 64, measured);
    });
  }

  const sha = (text: string): string => createHash('sha256').update(text).digest('hex');
  const derived: Readonly<Record<string, (rank: number, at: number, email: string) => string>> = {
    'the digest of the address': (_, __, email) => createHash('md5').update(email).digest('hex'),
    'the digest of the time': (_, at) => sha(String(at)),
    'the digest of a counter': (rank) => sha(String(700 + rank)),
    'the address in base64': (_, __, email) => Buffer.from(email).toString('base64'),
  };
  for (const [name, draw] of Object.entries(derived)) {
    it(`recognises ${name}`, () => {
      assert.match(studyOf(tokens(draw)).faults.join(), /empreinte de|écriture de ce que chacun sait/);
    });
  }

  it('counts the tokens that served before', () => {
    const each = tokens((rank) => sha(`sel ${rank % 20} ${START}`));
    assert.deepEqual(studyOf(each).faults, ['10 jetons ont déjà servi dans un autre courriel']);
  });

  it('wants something to compare', () => {
    assert.throws(() => studyOf(tokens(() => 'x').slice(0, 1)), RangeError);
  });
});
