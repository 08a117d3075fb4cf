import { isPersonal } from './link-shape.ts';

/** Where one goes to receive no more mail, with a token of one's own as well. */
const LEAVES = /d[eé]s?-?(?:abonn|inscri)|unsubscrib|opt-?out|ne-plus-recevoir|pr[eé]f[eé]rences/i;

/**
 * Returns which of the links of a mail lets activate, those that lead elsewhere aside: the first that holds something
 * drawn for one person and is not the way out, else the first.
 */
export function likeliestLink(links: readonly string[]): string | undefined {
  const staying = links.filter((link) => !LEAVES.test(URL.parse(link)?.pathname ?? ''));
  return staying.find(isPersonal) ?? staying[0] ?? links[0];
}
