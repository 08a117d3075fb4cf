import type { Dossier } from '../dossier.ts';

/** The command that plays a requirement again with the same draws, as a person types it. */
export function reproduce(id: string, { verdict: { target }, run: { seed, challenge } }: Dossier): string {
  // The embedded portal has no address, and needs no target file.
  const declared = URL.canParse(target.url) ? ' --target cible.json' : '';
  const drawn = challenge === undefined ? '' : ` --challenge ${quoted(challenge)}`;
  return `DIAPASON_SEED=${seed} npx diapason run${declared} --requirement ${id}${drawn}`;
}

/** An auditor's word may hold anything: a shell must read it as one word. */
function quoted(word: string): string {
  return /^[\w.:-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
