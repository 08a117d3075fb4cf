import { type Field, fieldOf } from './mime/fields.ts';
import type { Person } from './stored-mail.ts';

const VALID = /^[a-zA-Z\d\-_.@ ]{1,100}$/;

/** The tags that Mailpit gives by itself: those of `X-Tags`, and what follows a « + » in an address. */
export function tagsOf(fields: readonly Field[], people: readonly Person[]): string[] {
  const given = fieldOf(fields, 'x-tags')?.split(',') ?? [];
  const plus = people.flatMap(({ Address }) => /^.*?\+(.*?)@/.exec(Address)?.[1]?.split('+') ?? []);
  const unique = new Map<string, string>();
  for (const tag of [...given, ...plus].map(clean)) {
    if (VALID.test(tag) && !unique.has(tag.toLowerCase())) unique.set(tag.toLowerCase(), tag);
  }
  return [...unique.values()].sort();
}

function clean(tag: string): string {
  return tag
    .replace(/[^a-zA-Z\d\-_.@ ]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
