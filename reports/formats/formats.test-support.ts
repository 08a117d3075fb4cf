import type { RunVerdict } from '../verdict.ts';
import type { FormatInput } from './input.ts';

/** Everything that a portal or a mail may hide in a sentence, to be written as mere text. */
export const HOSTILE =
  '<script>alert(1)</script> ]]> &amp; "x" \u0000\u0008\u001b[31m \uD800 \uFFFE\n::error::x %0A | `#`';

/** A judged run as the formats are given it. */
export function inputOf(verdict: RunVerdict): FormatInput {
  return {
    verdict,
    suite: { name: 'Diapason', version: '0.1.0', power: '204/204 défauts pris (essai rapide)' },
    run: {
      seed: 42,
      nonce: 'abc123',
      startedAt: '2026-11-28T09:00:00.000Z',
      durationMs: 61_234.5,
      mailbox: 'embarquée',
      shards: 1,
    },
  };
}
