/** « Au moins 10 caractères », « 10 caractères au moins », « minimum 10 caractères », « entre 10 et 64 caractères ». */
const WAYS_TO_SAY: readonly RegExp[] = [
  /(?:au moins|au minimum|minimum|minimale?\s*(?:de|:)|entre|de)\s+(\d{1,2})(?:\s+(?:à|et)\s+\d+)?\s+caractères/i,
  /(\d{1,2})\s+caractères\s+(?:au moins|au minimum|minimum)/i,
];

/** Returns the least length that a page says a password has, in characters; `undefined` when it says none. */
export function announcedLength(text: string): number | undefined {
  const said = WAYS_TO_SAY.flatMap((way) => way.exec(text)?.[1] ?? []);
  return said.length === 0 ? undefined : Math.max(...said.map(Number));
}
