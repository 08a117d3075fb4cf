import { readFileSync, writeFileSync } from 'node:fs';
import { findNodeAtLocation, type Node, parseTree } from 'jsonc-parser';
import type { Declaration } from '../../support/doctor/told.ts';
import type { Learnt } from '../../support/doctor/walk.ts';
import { loadTarget } from '../../support/target/load.ts';
import { wordsOf } from './lexicon-lines.ts';

/**
 * Writes in a target file the words learnt, entry by entry, and what else it should declare: all the rest of it stays as
 * it is written.
 * @throws HarnessSetupError when the file would no longer respect the contract; it is then as it was
 */
export async function writeLexicon(
  path: string,
  learnt: readonly Learnt[],
  declared: readonly Declaration[],
): Promise<void> {
  const before = readFileSync(path, 'utf8');
  writeFileSync(path, withLexicon(before, learnt, declared));
  try {
    await loadTarget(path);
  } catch (error) {
    writeFileSync(path, before);
    throw error;
  }
}

/** Returns the text of a target file with the words learnt in it, and what it should declare. */
export function withLexicon(
  text: string,
  learnt: readonly Learnt[],
  declared: readonly Declaration[] = [],
): string {
  const style = styleOf(text);
  const places = Object.entries(wordsOf(learnt));
  const changes = places.flatMap(([place, entries]) =>
    Object.entries(entries).map(([entry, names]) => [['lexicon', place, entry], names] as const),
  );
  const mends = declared.map(({ key, value }) => [key, value] as const);
  return [...changes, ...mends].reduce((written, [key, value]) => put(written, key, value, style), text);
}

/** How a file is indented, and how its lines end. */
interface Style {
  readonly margin: string;
  readonly eol: string;
}

function styleOf(text: string): Style {
  return { margin: /^([ \t]+)"/m.exec(text)?.[1] ?? '  ', eol: text.includes('\r\n') ? '\r\n' : '\n' };
}

/** The library's own insertion would write anew what stands beside. */
function put(text: string, key: readonly string[], value: unknown, style: Style): string {
  const root = parseTree(text);
  if (root === undefined) return text;
  const depth = key.findLastIndex((_, at) => findNodeAtLocation(root, key.slice(0, at)) !== undefined);
  const holder = findNodeAtLocation(root, key.slice(0, depth)) ?? root;
  const whole = findNodeAtLocation(root, [...key]);
  if (whole !== undefined) return replaced(text, whole, written(value, depth + 1, style));
  const inner = (from: number): unknown =>
    key.slice(from).reduceRight((held, name) => ({ [name]: held }), value);
  // What is no object (null, where `extends` gave words) gives way.
  if (holder.type !== 'object') return replaced(text, holder, written(inner(depth), depth, style));
  return inserted(text, holder, `${JSON.stringify(key[depth])}: `, inner(depth + 1), { ...style, depth });
}

function replaced(text: string, { offset, length }: Node, value: string): string {
  return text.slice(0, offset) + value + text.slice(offset + length);
}

/** After the last of its properties, on its own line unless they share one. */
function inserted(
  text: string,
  { offset, length, children = [] }: Node,
  name: string,
  value: unknown,
  { depth, ...style }: Style & { depth: number },
): string {
  const last = children.at(-1);
  const isOneLine = last !== undefined && !text.slice(offset, offset + length).includes('\n');
  const margin = style.eol + style.margin.repeat(depth + 1);
  const line = isOneLine ? `${name}${JSON.stringify(value)}` : `${name}${written(value, depth + 1, style)}`;
  if (last === undefined)
    return `${text.slice(0, offset)}{${margin}${line}${style.eol}${style.margin.repeat(depth)}}${text.slice(offset + length)}`;
  const end = last.offset + last.length;
  return `${text.slice(0, end)},${isOneLine ? ' ' : margin}${line}${text.slice(end)}`;
}

function written(value: unknown, depth: number, { margin, eol }: Style): string {
  return JSON.stringify(value, undefined, margin).replaceAll('\n', eol + margin.repeat(depth));
}
