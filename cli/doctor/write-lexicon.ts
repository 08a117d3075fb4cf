import { readFileSync, writeFileSync } from 'node:fs';
import { applyEdits, modify } from 'jsonc-parser';
import type { Learnt } from '../../support/doctor/walk.ts';
import { loadTarget } from '../../support/target/load.ts';
import { wordsOf } from './lexicon-lines.ts';

/**
 * Writes the words learnt in a target file, entry by entry: all the rest of it stays as it is written.
 * @throws HarnessSetupError when the file would no longer respect the contract; it is then as it was
 */
export async function writeLexicon(path: string, learnt: readonly Learnt[]): Promise<void> {
  const before = readFileSync(path, 'utf8');
  writeFileSync(path, withLexicon(before, learnt));
  try {
    await loadTarget(path);
  } catch (error) {
    writeFileSync(path, before);
    throw error;
  }
}

/** Returns the text of a target file with the words learnt in it. */
export function withLexicon(text: string, learnt: readonly Learnt[]): string {
  const formattingOptions = styleOf(text);
  const places = Object.entries(wordsOf(learnt));
  const changes = places.flatMap(([place, entries]) =>
    Object.entries(entries).map(([entry, names]) => [['lexicon', place, entry], names] as const),
  );
  return changes.reduce(
    (written, [key, names]) => applyEdits(written, modify(written, [...key], names, { formattingOptions })),
    text,
  );
}

/** How the file is indented, and how its lines end. */
function styleOf(text: string): { insertSpaces: boolean; tabSize: number; eol: string } {
  const margin = /^([ \t]+)"/m.exec(text)?.[1] ?? '  ';
  return {
    insertSpaces: !margin.startsWith('\t'),
    tabSize: margin.startsWith('\t') ? 1 : margin.length,
    eol: text.includes('\r\n') ? '\r\n' : '\n',
  };
}
