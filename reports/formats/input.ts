import type { Dossier } from '../dossier/dossier.ts';

/** What every format is written from: a dossier is one of these, and so is a run that has just been judged. */
export type FormatInput = Pick<Dossier, 'verdict' | 'suite' | 'run'>;

/** A file to be written, in the folder of the reports or of the dossier. */
export interface WrittenFormat {
  readonly file: string;
  readonly text: string;
}
