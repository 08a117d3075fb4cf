import type { RunVerdict } from '../../verdict.ts';

/** Says in French why a verdict gives no certificate; nothing when it gives one. */
export function certificateRefusal({
  outcome,
  label,
  partial,
  requirements,
}: RunVerdict): string | undefined {
  if (partial) return `${label} : une sélection d’exigences ne vaut pas certification.`;
  if (outcome !== 'CONFORME') return `${label} : seul un portail conforme reçoit un certificat.`;
  // What a verdict says of itself is not enough: it may have been read from a file.
  const unproven = requirements.filter(({ outcome: each }) => !PROVEN.includes(each));
  if (unproven.length > 0 || requirements.length === 0)
    return 'Le verdict est CONFORME sans que tout soit prouvé.';
  return undefined;
}

const PROVEN: readonly string[] = ['conforme', 'réserve', 'non applicable'];
