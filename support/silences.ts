import { setTimeout as delay } from 'node:timers/promises';

/** Looks at the mailbox. @throws Finding when something came */
export type Look = () => Promise<void>;

/**
 * Until when something must not come: the end of the scenario, or the next thing this person sends, where that may
 * rightly bring it.
 */
type Bound = 'end' | 'sending';

interface Silence {
  readonly look: Look;
  readonly bound: Bound;
  /** When the quiet period that proves it is over, on the clock of this process. */
  readonly provedAt: number;
}

/**
 * What must not come, said once and proved later: the quiet period runs from the moment it is said, while the
 * scenario goes on, and is shared by all that is said in one scenario.
 */
export class Silences {
  private readonly quietMs: number;
  private pending: Silence[] = [];

  constructor(quietMs: number) {
    this.quietMs = quietMs;
  }

  /** Looks at once, for what is there already is best said here; and again when the quiet period is over. */
  async keep(bound: Bound, look: Look): Promise<void> {
    await look();
    this.pending.push({ look, bound, provedAt: performance.now() + this.quietMs });
  }

  /** Proves what must be before this person sends anything more. @throws Finding */
  async beforeSending(): Promise<void> {
    await this.prove(({ bound }) => bound === 'sending');
  }

  /** Proves all that is left to prove. @throws Finding */
  async atEnd(): Promise<void> {
    await this.prove(() => true);
  }

  private async prove(isDue: (silence: Silence) => boolean): Promise<void> {
    const due = this.pending.filter(isDue);
    if (due.length === 0) return;
    this.pending = this.pending.filter((silence) => !due.includes(silence));
    await delay(Math.max(0, ...due.map(({ provedAt }) => provedAt - performance.now())));
    for (const { look } of due) await look();
  }
}
