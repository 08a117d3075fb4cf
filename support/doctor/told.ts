import type { WAIVABLE } from '../target/schema.ts';
import type { EntryReport } from './diagnosis.ts';
import type { Sight } from './stand.ts';

/** Something that `without` may say a portal lacks. */
export type Waivable = (typeof WAIVABLE)[number];

/** What a target file should declare, and where. */
export interface Declaration {
  readonly key: readonly string[];
  readonly value: unknown;
}

/** Something checked on the way, beside the words. */
export interface Remark {
  readonly about: 'courriel' | 'insee' | 'without' | 'parcours' | 'captcha' | 'password';
  /** Whether something is to be mended. */
  readonly isFault: boolean;
  readonly sentence: string;
  /** What mends it, where it is sure. */
  readonly mend?: Declaration;
}

/** What was seen at one stage of a journey, on one page or several. */
export interface Stage {
  readonly title: string;
  readonly sights: readonly Sight[];
  readonly reports: readonly EntryReport[];
}

/** All that a journey tells, in the order of the way. */
export class Told {
  readonly stages: Stage[] = [];
  readonly remarks: Remark[] = [];
  /** What was seen of things that `without` may deny; nothing where it could not be looked for. */
  readonly has = new Map<Waivable, boolean>();
  /** Why the journey did not go to its end. */
  stopped: string | undefined;

  /** Notes what was seen at a stage; an entry found on one of its pages is found. */
  note(title: string, sights: readonly Sight[]): void {
    this.stages.push({ title, sights, reports: merged(sights.flatMap(({ reports }) => reports)) });
  }

  /** Notes that all is well with something. */
  well(about: Remark['about'], sentence: string): void {
    this.remarks.push({ about, isFault: false, sentence });
  }

  /** Notes that something is to be mended. */
  fault(about: Remark['about'], sentence: string, mend?: Declaration): void {
    this.remarks.push({ about, isFault: true, sentence, ...(mend === undefined ? {} : { mend }) });
  }
}

/** Of an entry looked for on several pages: all the names guessed, else where it was found, else the last look. */
function merged(reports: readonly EntryReport[]): EntryReport[] {
  const byEntry = Map.groupBy(reports, ({ place, entry }) => `${place}.${entry}`);
  return [...byEntry.values()].flatMap((same) => {
    const guessed = same.filter(({ guess }) => guess !== undefined);
    if (guessed.length > 0) return guessed;
    return same.find(({ found }) => found.length > 0) ?? same.at(-1) ?? [];
  });
}
