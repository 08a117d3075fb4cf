import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { MeansMissing } from '../failures.ts';
import { TRIES } from './bounds.ts';
import { guess } from './guessing.ts';
import type { Outcome, Replay, Replays } from './replays.ts';

const REFUSED: Outcome = { status: 422, text: '<!doctype html><p>Mot de passe incorrect, 10:31</p>', ms: 20 };
const OPENED: Outcome = { status: 200, text: '<!doctype html><p>Mon compte</p>', ms: 20 };

/** A portal that opens to « bon », and answers the nth wrong secret so. */
function replaysOf(answer: (rank: number) => Outcome, opened = OPENED) {
  const played: string[] = [];
  const play = async ({ replacements = [] }: Replay): Promise<Outcome> => {
    const secret = replacements[0]?.[1] ?? '';
    if (secret === 'bon') return opened;
    return answer(played.push(secret));
  };
  return { played, replays: { play } as unknown as Replays };
}

let drawn = 0;
const another = (): string => {
  drawn += 1;
  return `faux ${drawn}`;
};
const GUESSED = { script: [], wrong: 'faux', right: 'bon', another };

describe('guess', () => {
  it('finds no brake where each try is answered alike, hours and counts aside', async () => {
    const { replays, played } = replaysOf((rank) => ({
      ...REFUSED,
      text: REFUSED.text.replace('31', String(rank)),
    }));
    const { brake, tries } = await guess(replays, GUESSED);
    assert.equal(brake, undefined);
    assert.equal(tries, TRIES);
    // The browser tried once.
    assert.equal(played.length, TRIES - 1);
    assert.equal(new Set(played).size, played.length);
  });

  const brakes: Readonly<Record<string, (outcome: Outcome) => Outcome>> = {
    'la réponse HTTP 429 au lieu de 422': (outcome) => ({ ...outcome, status: 429 }),
    'une autre réponse': (outcome) => ({ ...outcome, text: '<!doctype html><p>Trop d’essais</p>' }),
    'une attente de plus en plus longue': (outcome) => ({ ...outcome, ms: 2_000 }),
  };
  for (const [said, braked] of Object.entries(brakes)) {
    it(`stops at ${said}`, async () => {
      const { replays } = replaysOf((rank) => (rank > 10 ? braked(REFUSED) : REFUSED));
      const { brake, tries } = await guess(replays, GUESSED);
      assert.equal(brake, said);
      assert.ok(tries < TRIES);
    });
  }

  it('does not take one late answer for a brake', async () => {
    const { replays } = replaysOf((rank) => (rank === 7 ? { ...REFUSED, ms: 5_000 } : REFUSED));
    assert.equal((await guess(replays, GUESSED)).brake, undefined);
  });

  it('proves nothing where the right secret is answered as a wrong one', async () => {
    const { replays } = replaysOf(() => REFUSED, REFUSED);
    await assert.rejects(guess(replays, GUESSED), MeansMissing);
  });
});
