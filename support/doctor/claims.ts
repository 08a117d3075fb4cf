import { WAIVABLE } from '../target/schema.ts';
import type { Target } from '../target/target.ts';
import type { Remark, Told, Waivable } from './told.ts';

/** What shows that a portal has each thing, and what shows that it has not. */
const SHOWN: Readonly<Record<Waivable, readonly [has: string, lacks: string]>> = {
  captcha: [
    'l’étape 2 demande les caractères d’une image',
    'l’étape 2 ne demande les caractères d’aucune image',
  ],
  espaces: ['l’étape 3 montre des espaces du guide', 'aucun espace du guide ne se montre à l’étape 3'],
  'question-secrete': [
    'l’étape 4 demande une question secrète ou sa réponse',
    'l’étape 4 ne demande pas de question secrète',
  ],
  connexion: ['le portail propose de se connecter', 'rien ne propose de se connecter'],
  insee: [
    'la structure est préremplie avec les données de l’INSEE',
    'la structure n’est pas préremplie avec les données de l’INSEE',
  ],
  contact: ['l’étape 2 demande une adresse de contact', 'l’étape 2 ne demande pas d’adresse de contact'],
  'activation-finale': [
    'aucun courriel n’est parti avant la validation des espaces',
    'un courriel est parti avant la validation des espaces',
  ],
  'session-cookie': ['le portail pose un cookie', 'le portail ne pose aucun cookie'],
};

/** Compares what a target says that its portal lacks with what was seen of it. */
export function claimsOf({ without }: Pick<Target, 'without'>, { has }: Pick<Told, 'has'>): Remark[] {
  return WAIVABLE.flatMap((thing) => {
    const [yes, no] = SHOWN[thing];
    const seen = has.get(thing);
    const reason = without[thing];
    if (reason !== undefined) return [claimed(`« ${thing} » (${reason})`, seen, yes, no)];
    if (seen !== false) return [];
    const sentence = `« ${thing} » n’y est pas, et pourtant ${no} : si le portail en est dépourvu, écrivez "without": { "${thing}": "la raison" }`;
    return [{ about: 'without' as const, isFault: true, sentence }];
  });
}

function claimed(said: string, seen: boolean | undefined, yes: string, no: string): Remark {
  const about = 'without' as const;
  if (seen === true) return { about, isFault: true, sentence: `${said} est faux : ${yes}` };
  if (seen === false) return { about, isFault: false, sentence: `${said} est vrai : ${no}` };
  return { about, isFault: false, sentence: `${said} n’a pu être vérifié : le parcours ne va pas jusque-là` };
}
