import { setTimeout as delay } from 'node:timers/promises';
import { MeansMissing } from './failures.ts';
import type { Brake } from './portal/page-watch.ts';
import type { Target } from './target/target.ts';

/** The rule that tries to be slowed down: there, a 429 is an answer. */
const ABOUT_BRAKES = 'EX-5.07';

/** The means that is missing when the portal asks to be given time; reports know it by this name. */
const PACE = 'cadence';

/** The longest that a scenario waits for the portal, in milliseconds: the nets under a step leave room for it. */
export const LONGEST_HOLD_MS = 60_000;

/** How fast one worker may sign people up: its share of what the portal bears, and no sooner than the portal asked. */
export class Pace {
  private readonly intervalMs: number;
  /** When the next sign-up may begin, on the clock of this process. */
  private next = 0;

  /** `workers` is how many are at work together, each with its own share. */
  constructor({ pace }: Pick<Target, 'pace'>, workers: number) {
    this.intervalMs = intervalMs(pace, workers);
  }

  /** Waits for the turn of one more sign-up. @throws MeansMissing when the portal asks for too long a wait */
  async turn(): Promise<void> {
    const wait = this.next - performance.now();
    if (wait > LONGEST_HOLD_MS + this.intervalMs)
      throw tooFast(`encore ${Math.ceil(wait / 1_000)} s à attendre`);
    this.next = Math.max(this.next, performance.now()) + this.intervalMs;
    if (wait > 0) await delay(wait);
  }

  /**
   * Takes note that the portal asks to be given time.
   * @throws MeansMissing, since nothing more can be learnt in this scenario, unless that is what it is about
   */
  brake({ retryAfter }: Brake, requirement: string | undefined): void {
    if (requirement === ABOUT_BRAKES) return;
    const seconds = secondsOf(retryAfter);
    if (seconds !== undefined) this.next = Math.max(this.next, performance.now() + seconds * 1_000);
    throw tooFast(seconds === undefined ? 'sans dire jusqu’à quand' : `à réessayer dans ${seconds} s`);
  }
}

/** Returns the time between two sign-ups of one worker, in milliseconds; 0 where the target sets no pace. */
export function intervalMs({ signUpsPerMinute }: Target['pace'], workers: number): number {
  return signUpsPerMinute === undefined ? 0 : (60_000 / signUpsPerMinute) * workers;
}

/** « Retry-After » gives seconds, or a date. */
function secondsOf(retryAfter: string | undefined, now = Date.now()): number | undefined {
  if (retryAfter === undefined) return undefined;
  if (/^\d+$/.test(retryAfter.trim())) return Number(retryAfter);
  const date = Date.parse(retryAfter);
  return Number.isNaN(date) ? undefined : Math.max(0, Math.ceil((date - now) / 1_000));
}

function tooFast(detail: string): MeansMissing {
  return new MeansMissing(
    PACE,
    `Le portail demande moins de hâte (HTTP 429, ${detail}). Déclarez « pace » dans le fichier cible (« signUpsPerMinute », « workers »), ou relevez la limite de la recette.`,
  );
}
