import { HarnessSetupError } from '../../support/setup-error.ts';

const LONGEST = 200;

/** Returns what an auditor chose to enter the draws. @throws HarnessSetupError when it is nothing that can be told */
export function checkedChallenge(text: string): string {
  if (/^[\p{L}\p{N}\p{P}\p{S} ]+$/u.test(text) && text.trim() === text && text.length <= LONGEST) return text;
  throw new HarnessSetupError(
    '--challenge attend un texte d’une ligne, sans espace au bord, de 200 caractères au plus.',
    'Donnez ce que l’auditeur a choisi, par exemple --challenge 7F3A-2026.',
  );
}
