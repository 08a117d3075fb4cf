import { lexiconWith } from './lexicon.ts';
import type { Target } from './target.ts';

/** The test answer the embedded portal accepts for its captcha, beside the characters of the image. */
export const EMBEDDED_CAPTCHA_ANSWER = 'TEST1';

/** The default target: the reference portal, started by each worker for itself, with the guide's own words. */
export const embeddedTarget: Target = {
  name: 'Portail de référence de Diapason',
  origins: [],
  mail: { domain: 'fournisseur.example', quietMs: 250, deadlineMs: 5_000 },
  linkValidityMinutes: 60,
  captcha: { answer: EMBEDDED_CAPTCHA_ANSWER },
  activation: { by: 'lien' },
  insee: { by: 'double' },
  password: {
    min: 8,
    kinds: 3,
    scale: ['Très insuffisant', 'Insuffisant', 'Moyen', 'Satisfaisant', 'Très satisfaisant'],
  },
  lexicon: lexiconWith(undefined),
  without: {},
  access: {},
  pace: {},
  driver: {},
  secrets: [],
  answerMs: 5_000,
};
