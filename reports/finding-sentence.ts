/** Returns what is said of a requirement without its id, for where the id stands just above. */
export function withoutId(sentence: string, id: string): string {
  return sentence.replace(new RegExp(`^${id}\\s*[—–:-]\\s*`), '');
}
