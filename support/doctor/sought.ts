import type { Kind } from '../portal/in-page/candidates.ts';
import type { Entry, Place } from '../target/lexicon.ts';
import type { WAIVABLE } from '../target/schema.ts';

/** As what an entry is looked for: a way is a link or a button; a reading, a value shown beside a label. */
export type As = Exclude<Kind, 'link'> | 'way' | 'reading';

/** What an entry stands for on a page. */
export interface Sought {
  readonly as: As;
  /** The thing of `without` that waives it. */
  readonly unless?: (typeof WAIVABLE)[number];
  /** Why its absence from the page is no fault. */
  readonly maybe?: string;
}

type Entries<P extends Place> = Partial<Record<Entry<P>, Sought>>;

const field: Sought = { as: 'field' };
const choice: Sought = { as: 'choice' };
const button: Sought = { as: 'button' };
const way: Sought = { as: 'way' };
const text: Sought = { as: 'text' };

const ONLY_A_SECTION = 'ne sert qu’à situer les champs';
/** Why words that answer a send are not seen. */
export const NOT_SENT = 'ne se montre qu’après un envoi';

const contact = { unless: 'contact' } as const;
const secret = { unless: 'question-secrete' } as const;
const spaces = { unless: 'espaces' } as const;

const structureFields = {
  libelle: field,
  adresse: field,
  complement: field,
  codePostal: field,
  ville: field,
  pays: field,
} as const;

/** What a journey looks for at each place; an entry that is not here is found nowhere by its name. */
export const SOUGHT: { readonly [P in Place]: Entries<P> } = {
  identification: {
    title: { ...text, maybe: ONLY_A_SECTION },
    email: field,
    siret: field,
    submit: button,
    withoutSiret: way,
    attachment: { ...text, maybe: 'ne se montre qu’à qui inscrit une structure déjà créée' },
  },
  information: {
    title: { ...text, maybe: ONLY_A_SECTION },
    confirmEmail: field,
    nom: field,
    prenom: field,
    survey: choice,
    captcha: { ...field, unless: 'captcha' },
    contactEmail: { ...field, ...contact },
    help: way,
    identifiant: field,
    raisonSociale: field,
    ...structureFields,
    paymentRequests: choice,
    dume: choice,
    submit: button,
    previous: { ...way, maybe: 'ne sert que si l’étape a plusieurs pages' },
  },
  workspaces: { title: text, submit: button, created: text, confirmed: text },
  code: {
    open: way,
    email: { ...field, maybe: 'le portail peut savoir de qui est le code' },
    code: field,
    submit: button,
  },
  activation: {
    title: text,
    email: { as: 'reading' },
    contactEmail: { as: 'reading', ...contact },
    nom: { as: 'reading' },
    prenom: { as: 'reading' },
    password: field,
    confirmation: field,
    strength: { as: 'reading', maybe: 'peut ne se montrer qu’une fois le mot de passe saisi, ou envoyé' },
    question: { ...field, ...secret },
    answer: { ...field, ...secret },
    previous: way,
    submit: button,
    activated: { ...text, maybe: 'la page de connexion, ou le compte, en tient lieu' },
  },
  login: { open: way, email: field, password: field, submit: button },
  newLink: { open: way, email: field, submit: button, sent: { ...text, maybe: NOT_SENT } },
  recovery: {
    open: { ...way, ...secret },
    email: { ...field, ...secret },
    submit: { ...button, ...secret },
    question: { ...field, ...secret, maybe: NOT_SENT },
    answer: { ...field, ...secret, maybe: NOT_SENT },
    password: { ...field, ...secret, maybe: NOT_SENT },
    confirmation: { ...field, ...secret, maybe: NOT_SENT },
    recovered: { ...text, ...secret, maybe: NOT_SENT },
  },
  account: {
    role: text,
    mainManager: text,
    deposit: way,
    workspaces: { ...way, ...spaces, maybe: 'les espaces peuvent être sur la page même' },
    structure: way,
  },
  structure: {
    title: { ...text, maybe: ONLY_A_SECTION },
    ...structureFields,
    submit: button,
    saved: { ...text, maybe: NOT_SENT },
  },
  myWorkspaces: {
    submit: { ...button, ...spaces, maybe: 'un portail peut retenir chaque choix sans bouton' },
    saved: { ...text, ...spaces, maybe: NOT_SENT },
  },
};

/** The kinds of elements that an entry may be. */
export function kindsOf(as: As): readonly Kind[] {
  if (as === 'way') return ['link', 'button'];
  return [as === 'reading' ? 'text' : as];
}
