import { type LexiconOverrides, lexiconWith } from './lexicon.ts';
import type { Target } from './target.ts';

/** What a vendor declares that differs from the guide, in the words of a target file. */
interface Declared {
  readonly mail?: Partial<Target['mail']>;
  readonly password?: Partial<Target['password']>;
  readonly answerMs?: number;
  readonly lexicon?: LexiconOverrides;
}

const IN_OTHER_WORDS: LexiconOverrides = {
  identification: {
    title: 'Ouvrir un compte de fournisseur',
    email: 'Courriel professionnel',
    siret: 'Immatriculation',
    submit: 'Continuer',
    withoutSiret: "Mon entreprise n'est pas immatriculée",
  },
  information: {
    title: 'Vous',
    confirmEmail: 'Courriel, une seconde fois',
    nom: 'Nom de famille',
    prenom: 'Prénom usuel',
    captcha: "Recopiez l'image",
    contactEmail: 'Courriel pour les avis',
    help: 'Une difficulté ?',
    identifiant: 'Immatriculation',
    raisonSociale: 'Dénomination',
    libelle: 'Nom du service',
    adresse: 'Voie',
    complement: 'Bâtiment, étage',
    codePostal: 'CP',
    ville: 'Commune',
    pays: 'État',
    paymentRequests: 'Transmettre mes factures',
    dume: 'Répondre à des marchés',
    submit: 'Continuer',
  },
  workspaces: {
    title: 'Bonjour',
    submit: 'Continuer',
    created: 'un message part vers',
    confirmed: 'Vous êtes inscrit',
  },
  activation: {
    title: 'Dernière étape',
    email: 'Courriel professionnel @ Récapitulatif',
    contactEmail: 'Courriel pour les avis @ Récapitulatif',
    nom: 'Nom de famille @ Récapitulatif',
    prenom: 'Prénom usuel @ Récapitulatif',
    password: 'Phrase secrète',
    confirmation: 'Phrase secrète, de nouveau',
    strength: 'Solidité',
    question: 'Question de secours',
    answer: 'Votre réplique',
    previous: 'Plus tard',
    submit: 'Continuer',
    activated: 'Tout est en ordre',
  },
  newLink: {
    open: 'Renvoyez-moi le message',
    email: 'Courriel professionnel',
    submit: 'Continuer',
    sent: 'un message lui parvient',
  },
  recovery: {
    open: 'Phrase secrète perdue ?',
    email: 'Courriel professionnel',
    question: 'Question de secours',
    answer: 'Votre réplique',
    password: 'Phrase secrète',
    confirmation: 'Phrase secrète, de nouveau',
    submit: 'Continuer',
    recovered: 'Phrase secrète changée',
  },
  login: { open: 'Entrer', email: 'Courriel professionnel', password: 'Phrase secrète', submit: 'Entrer' },
  account: {
    role: 'Droits',
    mainManager: 'Administrateur',
    deposit: 'Facturer',
    workspaces: 'Mes services',
    structure: 'Corriger la fiche',
  },
  structure: {
    title: 'Corriger la fiche',
    libelle: 'Nom du service',
    adresse: 'Voie',
    complement: 'Bâtiment, étage',
    codePostal: 'CP',
    ville: 'Commune',
    pays: 'État',
    submit: 'Continuer',
    saved: 'Fiche mise à jour',
  },
  myWorkspaces: { submit: 'Continuer', saved: 'Services mis à jour' },
};

/** What the vendor of each variant (`fixtures/variants`) would write in its target file; the others, nothing. */
export const DECLARED: Readonly<Record<string, Declared>> = {
  // A mail leaves 3 s after its page: silence is believed a second later.
  lent: { answerMs: 10_000, mail: { quietMs: 4_000, deadlineMs: 15_000 } },
  strict: { password: { min: 12, kinds: 4 } },
  discret: { lexicon: { workspaces: { confirmed: 'Votre demande est enregistrée' } } },
  'autres-mots': {
    lexicon: IN_OTHER_WORDS,
    password: { scale: ['nulle', 'faible', 'correcte', 'bonne', 'excellente'] },
  },
};

/** Returns the embedded target as the vendor of a variant would declare it. */
export function targetOfVariant(id: string | undefined, embedded: Target): Target {
  if (!id) return embedded;
  const { mail, password, lexicon, ...others } = DECLARED[id] ?? {};
  return {
    ...embedded,
    ...others,
    name: `${embedded.name}, variante « ${id} »`,
    mail: { ...embedded.mail, ...mail },
    password: { ...embedded.password, ...password },
    lexicon: lexicon === undefined ? embedded.lexicon : lexiconWith(lexicon),
  };
}
