import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { formats } from '../../reports/formats/formats.ts';
import type { FormatInput } from '../../reports/formats/input.ts';
import { type FormatName, USUAL_FORMATS } from '../../reports/formats/names.ts';

/** Writes the usual formats and those asked for; whatever they hold is masked by `mask` first. */
export function writeFormats(
  out: string,
  input: FormatInput,
  asked: readonly FormatName[] = [],
  mask: (text: string) => string = (text) => text,
): void {
  for (const name of new Set([...USUAL_FORMATS, ...asked])) {
    const { file, text } = formats[name](input);
    writeFileSync(join(out, file), mask(text));
  }
}
