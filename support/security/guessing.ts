import { MeansMissing } from '../failures.ts';
import { TRIES } from './bounds.ts';
import type { Outcome, Replays } from './replays.ts';
import type { Replacement, Step } from './script.ts';
import { lastingText } from './visible-text.ts';

/** How often a secret was tried, and what slowed the tries down. */
export interface Guesses {
  readonly tries: number;
  readonly seconds: number;
  /** In French, what the portal did to slow whoever guesses; absent where it did nothing. */
  readonly brake?: string;
}

/** What is tried. */
export interface Guessed {
  /** What the browser sent, once, with a wrong secret. */
  readonly script: readonly Step[];
  /** That wrong secret. */
  readonly wrong: string;
  readonly right: string;
  /** Returns another wrong one at each call. */
  readonly another: () => string;
}

/** A delay that a person who guesses would feel, beyond what answers take at first, in milliseconds. */
const DELAY_MS = 700;

const MINUTE_MS = 60_000;

/**
 * Tries a wrong secret again and again, each time in a session of its own, and looks for what slows it down: another
 * answer than at first, or a longer wait. Stops as soon as there is one.
 * @throws MeansMissing when what the browser sends can't be sent again: the right secret is then answered as a wrong one
 */
export async function guess(replays: Replays, { script, wrong, right, another }: Guessed): Promise<Guesses> {
  const began = performance.now();
  const play = (secret: string): Promise<Outcome> =>
    replays.play({ script, replacements: replacing(wrong, secret) });
  const opened = await play(right);
  const first = await play(another());
  if (saidBy(opened) === saidBy(first)) throw unreplayable();
  const last: Outcome[] = [];
  // The browser's own try, and the first, are two.
  for (let tries = 3; tries <= TRIES; tries += 1) {
    last.push(await play(another()));
    const seconds = (performance.now() - began) / 1_000;
    if (seconds * 1_000 > MINUTE_MS)
      return { tries, seconds, brake: 'les essais ne tiennent pas en une minute' };
    const brake = brakeIn(first, last);
    if (brake !== undefined) return { tries, seconds, brake };
  }
  return { tries: TRIES, seconds: (performance.now() - began) / 1_000 };
}

function replacing(from: string, to: string): Replacement[] {
  return [[from, to]];
}

function brakeIn(first: Outcome, outcomes: readonly Outcome[]): string | undefined {
  const now = outcomes.at(-1);
  if (now === undefined) return undefined;
  if (now.status !== first.status) return `la réponse HTTP ${now.status} au lieu de ${first.status}`;
  if (saidBy(now) !== saidBy(first)) return 'une autre réponse';
  // Three in a row: one answer may be late for a reason of its own.
  const slow = outcomes.slice(-3).filter(({ ms }) => ms > first.ms + DELAY_MS);
  return slow.length === 3 ? 'une attente de plus en plus longue' : undefined;
}

function saidBy({ status, text }: Outcome): string {
  return `${status} ${lastingText(text)}`;
}

function unreplayable(): MeansMissing {
  return new MeansMissing(
    'un envoi qui se rejoue',
    'Rejoué hors du navigateur, le bon secret reçoit la même réponse qu’un faux : montrez autrement que les essais sont freinés.',
  );
}
