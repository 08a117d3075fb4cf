import { normalise } from '../portal/in-page/normalise.ts';

/** Words that portals use one for another, brought to one of them; the longest first. */
const SYNONYMS: ReadonlyArray<readonly [RegExp, string]> = [
  [
    /\badresse (electronique|de messagerie|courriel|e mail|email|mail)\b|\b(e mail|email|mail|mel|messagerie)\b/g,
    'courriel',
  ],
  [
    /\b(re)?(saisi|saisis|tap|confirm)(ss)?ez\b|\b(une )?(seconde|deuxieme) fois\b|\b(encore une fois|de nouveau|repetez)\b/g,
    'confirmation',
  ],
  [/\b(phrase (de passe|secrete)|mot secret)\b/g, 'mot de passe'],
  [/\b(commune|localite)\b/g, 'ville'],
  [/\b(denomination|nom de l (entreprise|etablissement|organisme))\b/g, 'raison sociale'],
  [/\b(n|no|num)\b/g, 'numero'],
  [/\b(transmettre|envoyer|adresser|creer)\b(?=.*\bfacture)/g, 'deposer'],
  [
    /\b(continuer|poursuivre|suivant|confirmer|envoyer|enregistrer|verifier|terminer|commencer|activer)\b/g,
    'valider',
  ],
  [/\b(retour|revenir|plus tard|page precedente)\b/g, 'precedent'],
  [/\b(bonjour|bonsoir)\b/g, 'bienvenue'],
  [/\b(fonction|droits?|profil|statut)\b/g, 'role'],
  [/\b(solidite|robustesse|force|qualite)\b/g, 'complexite'],
  [/\b(perdu|oublie|egare)e?s?\b/g, 'oublie'],
  [/\b(corriger|changer|mettre a jour)\b/g, 'modifier'],
];

const SMALL_WORDS =
  /^(de|du|des|d|la|le|les|l|un|une|et|ou|a|au|aux|ce|cet|cette|mon|ma|mes|votre|vos|pour|par|je|j|n|ai|pas|vous|me)$/;

/**
 * How alike two names are, from 0 to 1: by the words they share once synonyms are brought together, or by their pairs
 * of letters (Sørensen–Dice), whichever says more.
 */
export function likeness(one: string, other: string): number {
  const [a, b] = [canonical(one), canonical(other)];
  if (a === '' || b === '') return 0;
  return Math.max(dice(wordsOf(a), wordsOf(b)), dice(pairsOf(a), pairsOf(b)));
}

function canonical(name: string): string {
  return SYNONYMS.reduce((said, [others, word]) => said.replace(others, word), normalise(name));
}

function wordsOf(text: string): string[] {
  const words = text.split(' ').filter((word) => !SMALL_WORDS.test(word));
  return [...new Set(words)].map((word) => word.replace(/s$/, ''));
}

function pairsOf(text: string): string[] {
  const letters = text.replaceAll(' ', '');
  return [
    ...new Set(Array.from({ length: Math.max(0, letters.length - 1) }, (_, at) => letters.slice(at, at + 2))),
  ];
}

function dice(a: readonly string[], b: readonly string[]): number {
  if (a.length + b.length === 0) return 0;
  return (2 * a.filter((each) => b.includes(each)).length) / (a.length + b.length);
}
