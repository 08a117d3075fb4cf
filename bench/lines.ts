import type { Player } from './players.ts';

/** One line of the table. */
export interface Line {
  /** What `--only` asks for. */
  readonly name: string;
  readonly label: string;
  readonly player: Player;
  readonly workers: number;
  /** The greatest ratio to the bare script wanted, where one is. */
  readonly aim?: number;
}

/** What is measured, in the order of a round. */
export const LINES: readonly Line[] = [
  { name: 'nu-1', label: 'Playwright nu', player: 'nu', workers: 1 },
  { name: 'pilote-1', label: 'pilote seul', player: 'pilote', workers: 1 },
  { name: 'cucumber-1', label: 'cucumber-js', player: 'cucumber', workers: 1, aim: 1.1 },
  { name: 'playwright-1', label: 'Playwright', player: 'playwright', workers: 1, aim: 1.15 },
  { name: 'preuves-1', label: 'Playwright, preuves', player: 'playwright-preuves', workers: 1 },
  { name: 'nu-2', label: 'Playwright nu', player: 'nu', workers: 2 },
  { name: 'pilote-2', label: 'pilote seul', player: 'pilote', workers: 2 },
  { name: 'cucumber-2', label: 'cucumber-js', player: 'cucumber', workers: 2, aim: 1.1 },
  { name: 'playwright-2', label: 'Playwright', player: 'playwright', workers: 2, aim: 1.15 },
];
