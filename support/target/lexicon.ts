/**
 * The words of the guide, step by step: the default lexicon. A target renames any of them.
 * An entry holds the names a person would look for, the first being the one shown in findings; after « @ », the
 * title of the section in which the guide puts it.
 */
export const guideLexicon = {
  identification: {
    title: ['Vous êtes nouveau sur Chorus Pro ?'],
    email: ['Adresse électronique de connexion @ Vous êtes nouveau sur Chorus Pro'],
    siret: ['Numéro de SIRET @ Vous êtes nouveau sur Chorus Pro'],
    submit: ['Valider @ Vous êtes nouveau sur Chorus Pro'],
    withoutSiret: ["Je n'ai pas de numéro de SIRET"],
    /** What a portal may say of a structure that exists already, rather than refuse: EX-1.11 leaves it the choice. */
    attachment: ['rattachement', 'rattacher', 'rattaché', 'structure existe déjà', 'déjà été créée'],
  },
  information: {
    title: ['Je complète mes informations personnelles'],
    confirmEmail: ['Resaisissez votre adresse électronique de connexion'],
    nom: ['Nom @ Je complète mes informations personnelles'],
    prenom: ['Prénom @ Je complète mes informations personnelles'],
    survey: ["J'accepte @ Je complète mes informations personnelles"],
    captcha: ["Entrez les caractères générés par l'image"],
    contactEmail: ['Adresse électronique de contact'],
    help: ["Besoin d'aide ? Poser une question", "Besoin d'aide", 'Poser une question', 'Aide', 'Assistance'],
    identifiant: ['Identifiant @ Je crée ma structure'],
    raisonSociale: ['Raison sociale @ Je crée ma structure'],
    libelle: ['Libellé de la structure'],
    adresse: ['Adresse @ Je crée ma structure'],
    complement: ['Complément adresse', 'Complément adresse 1'],
    codePostal: ['Code postal'],
    ville: ['Ville'],
    pays: ['Pays'],
    paymentRequests: ['Déposer des demandes de paiement'],
    dume: ['Créer et/ou consulter des DUME'],
    submit: ['Valider'],
    /** Where the step has several pages. */
    previous: ['Précédent', 'Page précédente', 'Retour', 'Revenir'],
  },
  workspaces: {
    title: ['Bienvenue'],
    submit: ['Valider'],
    created: ["courriel d'activation"],
    confirmed: [
      'compte est créé',
      'compte a été créé',
      'compte a bien été créé',
      'création de votre compte',
      'inscription est enregistrée',
      'inscription est terminée',
    ],
    on: ['OUI'],
    off: ['NON'],
  },
  activation: {
    title: ['Activation du compte utilisateur'],
    email: ['Adresse électronique de connexion @ Informations générales'],
    contactEmail: ['Adresse électronique de contact @ Informations générales'],
    nom: ['Nom @ Informations générales'],
    prenom: ['Prénom @ Informations générales'],
    password: ['Mot de passe'],
    confirmation: ['Confirmation'],
    strength: ['Complexité du mot de passe'],
    question: ['Question secrète'],
    answer: ['Réponse'],
    previous: ['Précédent'],
    submit: ['Valider'],
    activated: ['Votre compte est désormais actif'],
  },
  /** Where the code is typed, for a portal whose mail brings one. */
  code: {
    open: ["Saisir mon code d'activation", "J'ai reçu un code d'activation"],
    email: ['Adresse électronique de connexion'],
    code: ["Code d'activation"],
    submit: ['Valider'],
  },
  newLink: {
    open: ["Recevoir un nouveau lien d'activation"],
    email: ['Adresse électronique de connexion'],
    submit: ['Valider'],
    sent: ['Nouveau lien demandé', 'un nouveau courriel vient de lui être envoyé'],
  },
  recovery: {
    open: ['Mot de passe oublié ?'],
    email: ['Adresse électronique de connexion'],
    question: ['Question secrète'],
    answer: ['Réponse'],
    password: ['Mot de passe'],
    confirmation: ['Confirmation'],
    submit: ['Valider'],
    recovered: ['Votre mot de passe est modifié'],
  },
  login: {
    open: ['Se connecter'],
    email: ['Adresse électronique de connexion'],
    password: ['Mot de passe'],
    submit: ['Se connecter'],
  },
  account: {
    role: ['Rôle'],
    mainManager: ['Gestionnaire principal'],
    deposit: ['Déposer une facture'],
    workspaces: ['Mes espaces'],
    structure: ['Modifier ma structure'],
  },
  structure: {
    title: ['Modifier ma structure'],
    libelle: ['Libellé de la structure'],
    adresse: ['Adresse'],
    complement: ['Complément adresse', 'Complément adresse 1'],
    codePostal: ['Code postal'],
    ville: ['Ville'],
    pays: ['Pays'],
    submit: ['Valider'],
    saved: ['Votre structure est enregistrée'],
  },
  myWorkspaces: {
    submit: ['Valider', 'Enregistrer'],
    saved: ['espaces de travail sont enregistrés', 'espaces sont enregistrés', 'modifications enregistrées'],
  },
} satisfies Record<string, Record<string, readonly string[]>>;

/** The steps of the guide and the two places after it, as the lexicon names them. */
export type Place = keyof typeof guideLexicon;

/** The entries of one place. */
export type Entry<P extends Place> = keyof (typeof guideLexicon)[P] & string;

/** The words in force for a target: the same shape as the guide's. */
export type Lexicon = { readonly [P in Place]: Readonly<Record<Entry<P>, readonly string[]>> };

/** The words a target file may give: some entries of some places, one name or several. */
export type LexiconOverrides = {
  readonly [P in Place]?: Partial<Record<Entry<P>, string | readonly string[]>>;
};

/** Returns the guide's lexicon with the target's own words in place of the guide's. */
export function lexiconWith(overrides: LexiconOverrides | undefined): Lexicon {
  const places = Object.entries(guideLexicon).map(([place, entries]) => {
    const own = Object.entries(overrides?.[place as Place] ?? {}).map(([entry, names]) => [
      entry,
      typeof names === 'string' ? [names] : names,
    ]);
    return [place, { ...entries, ...Object.fromEntries(own) }];
  });
  return Object.fromEntries(places) as Lexicon;
}

/** The name of an entry as a person reads it, without its section. */
export function shownName(names: readonly string[]): string {
  return (names[0] ?? '').split('@')[0]?.trim() ?? '';
}
