import type { FormatName } from '../../reports/formats/names.ts';

/** What a person may ask of a run. */
export interface RunOptions {
  readonly target?: string;
  /** Only the rules with these ids. */
  readonly requirement?: readonly string[];
  /** Only the rules of these levels; essentiel and robuste where nothing is asked. */
  readonly level?: readonly string[];
  /** What was not green in the last run of the same target. */
  readonly lastFailed?: boolean;
  readonly workers?: string;
  /** Awaits the end of a link's validity for real, where the target has no clock. */
  readonly waitExpiry?: boolean;
  /** One part of the suite among several, « 1/3 », to be put together again by `diapason verdict`. */
  readonly shard?: string;
  /** Formats for machines, beside those that every run writes. */
  readonly format?: readonly FormatName[];
  /** The file of the requirements that are known not to be green. */
  readonly baseline?: string;
  /** What an auditor chose to enter the draws. */
  readonly challenge?: string;
}
