import { badge, shields } from './badge.ts';
import { ctrf } from './ctrf.ts';
import { earl } from './earl.ts';
import type { FormatInput, WrittenFormat } from './input.ts';
import { junit } from './junit.ts';
import type { FormatName } from './names.ts';

/** How each format for machines is written: from a dossier, or from a run that has just been judged. */
export const formats: Readonly<Record<FormatName, (input: FormatInput) => WrittenFormat>> = {
  junit,
  ctrf,
  earl,
  badge,
  shields,
};
