import type { Bench } from './bench.ts';

/** One thing that a mailbox server, and our reading of it, must do. */
export interface Clause {
  readonly name: string;
  play(bench: Bench): Promise<void>;
  /** Whose only it is. */
  readonly only?: 'embedded' | 'auth';
}
