import type { Level } from './catalogue.ts';

/** How each level is called, where people read. */
export const LEVEL_NAMES: Readonly<Record<Level, string>> = {
  essentiel: 'essentiel',
  robuste: 'robuste',
  securite: 'sécurité',
  accessible: 'accessibilité',
};

/** Steps of the guide, and what the guide does not number, as they are shown. */
const STEPS: Readonly<Record<number, string>> = {
  0: 'Parcours complet',
  1: '1 · Identification',
  2: '2 · Informations',
  3: '3 · Espaces',
  4: '4 · Activation',
  5: '5 · Sécurité',
  6: '6 · Accessibilité',
};

/** Returns how a step is called, where people read. */
export function stepName(step: number): string {
  return STEPS[step] ?? `Étape ${step}`;
}

/** « essentiel, robuste », in the order given; « aucun » where there is none. */
export function levelNames(levels: readonly Level[]): string {
  return levels.length > 0 ? levels.map((level) => LEVEL_NAMES[level]).join(', ') : 'aucun';
}

/** What a rule that not every portal is concerned by asks of one. */
const CONDITIONS: Readonly<Record<string, string>> = {
  'si-captcha': 'si le portail a un captcha',
  'si-espaces': 'si le portail a des espaces',
  'si-question-secrete': 'si le portail a une question secrète',
  'si-connexion': 'si l’on se connecte au portail',
  'si-insee': 'si le portail interroge l’INSEE',
  'si-contact': 'si le portail demande une adresse de contact',
  'si-activation-finale': 'si l’activation vient en dernier',
};

/** Returns how a condition of a rule is said, where people read. */
export function conditionName(condition: string): string {
  return CONDITIONS[condition] ?? condition;
}
