import type { Entry, Place } from '../target/lexicon.ts';

/** What tells an entry apart from its label. */
export interface Clues {
  /** Values of `autocomplete` that say what a field is for. */
  readonly autocomplete?: readonly string[];
  /** The only types that it may have, where it can't have others. */
  readonly types?: readonly string[];
  /** What its label, or the name it has for the page's own use, is likely to say. */
  readonly words?: RegExp;
  /** What its label does not say. */
  readonly unlike?: RegExp;
}

const again = /confirm|resaisi|retap|seconde|encore|de nouveau|repet|repeat|again|bis\b/i;
const email: Clues = {
  unlike: new RegExp(`${again.source}|contact|avis|notification`, 'i'),
  autocomplete: ['email', 'username'],
  words: /e-?mail|courriel|messagerie|\bmel\b/i,
};
const password: Clues = {
  unlike: again,
  autocomplete: ['new-password', 'current-password'],
  types: ['password'],
  words: /mot ?de ?passe|passw|phrase/i,
};
const { unlike: _, ...anyPassword } = password;
const confirmation: Clues = { ...anyPassword, words: again };
const question: Clues = { words: /question/i };
const answer: Clues = { words: /reponse|answer|replique/i };

const structure = {
  libelle: { words: /libelle|nom d[ue] service|label\b/i },
  adresse: {
    autocomplete: ['street-address', 'address-line1'],
    words: /^(adresse|address|voie|rue|street)\b/i,
  },
  complement: { autocomplete: ['address-line2'], words: /compl|batiment|etage/i },
  codePostal: { autocomplete: ['postal-code'], words: /code ?_?-?postal|postal|\bcp\b|zip/i },
  ville: { autocomplete: ['address-level2'], words: /ville|commune|localite|\bcity\b|town/i },
  pays: { autocomplete: ['country', 'country-name'], words: /\bpays\b|country/i },
} satisfies Partial<Record<string, Clues>>;

/** The clues of entries that have any; names, accents left out, are read beside labels. */
export const CLUES: { readonly [P in Place]?: Partial<Record<Entry<P>, Clues>> } = {
  identification: {
    email,
    siret: { words: /siret|immatriculation/i },
    withoutSiret: { words: /(sans|pas|aucun|n.est pas)\b.*(siret|immatricul)|sans-?siret/i },
  },
  information: {
    confirmEmail: {
      words: new RegExp(
        `(${again.source}).*(mail|courriel|messagerie|adresse)|(mail|courriel|messagerie|adresse).*(${again.source})`,
        'i',
      ),
    },
    nom: {
      autocomplete: ['family-name'],
      words: /^nom\b(?! (de la|du|d.) )|nom de famille|last-?_?name|family/i,
    },
    prenom: { autocomplete: ['given-name'], words: /prenom|first-?_?name|given/i },
    survey: { words: /enquete|satisfaction|survey/i },
    captcha: { words: /captcha|caracteres|image/i },
    contactEmail: { words: /contact|avis\b|notification/i },
    help: { words: /\baide|assistance|\bhelp|difficulte|poser une question/i },
    identifiant: { words: /identifiant|siret|immatriculation|etablissement/i },
    raisonSociale: {
      autocomplete: ['organization'],
      words: /raison ?_?-?sociale|denomination|entreprise|societe/i,
    },
    ...structure,
    paymentRequests: { words: /factur|paiement/i },
    dume: { words: /\bdume\b|marches/i },
  },
  workspaces: {
    created: {
      words:
        /(courriel|e mail|mail|message|code|lien)\b.*(envoy|part|attend|adress|arriv)|(envoy|adress).*(courriel|e mail|mail|message|code|lien)\b/i,
    },
    confirmed: {
      words: /(compte|inscription|demande|structure)\b.*(cree|enregistre|termine|pret)|vous etes inscrit/i,
    },
  },
  code: { email, code: { autocomplete: ['one-time-code'], words: /code/i }, open: { words: /code/i } },
  activation: {
    activated: { words: /compte\b.*(actif|active|ouvert|service|pret)/i },
    strength: { words: /complexite|solidite|robustesse|force|qualite/i },
    password,
    confirmation,
    question,
    answer,
  },
  login: { email, password, open: { words: /connect|connexion|session|login|compte/i } },
  newLink: { email, open: { words: /nouveau (lien|code)|renvo|rien recu|autre message|resend/i } },
  recovery: {
    email,
    question,
    answer,
    password,
    confirmation,
    open: { words: /oubli|perdu|forgot|recuper/i },
    recovered: { words: /passe\b.*(modifie|change|nouveau|enregistre)/i },
  },
  account: {
    role: { words: /^(vos |votre |mes |mon )?(role|profil|droits?|fonction|statut)\b/i },
    mainManager: { words: /gestionnaire|responsable|administrat/i },
    deposit: { words: /factur/i },
    workspaces: { words: /espaces|services/i },
    structure: { words: /structure|fiche/i },
  },
  structure,
};
