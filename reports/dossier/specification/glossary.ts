import { type Html, html } from '../../html.ts';
import { printed } from '../../typography.ts';

type Entry = readonly [term: string, definition: string];

/** The words of the guide and of its trade. */
const TRADE: readonly Entry[] = [
  [
    'Adresse électronique de connexion',
    'L’adresse qui identifie le compte : elle reçoit le courriel d’activation et sert à se connecter.',
  ],
  [
    'Adresse électronique de contact',
    'L’adresse qui reçoit les notifications ; d’abord la même que celle de connexion, elle peut en différer.',
  ],
  ['API', 'Interface par laquelle un logiciel appelle le portail sans passer par ses pages.'],
  ['Captcha', 'L’épreuve des « caractères générés par l’image », qui écarte les automates.'],
  [
    'Clé de Luhn',
    'Contrôle d’un SIREN ou d’un SIRET : un chiffre sur deux est doublé, et la somme de tous les chiffres obtenus doit être un multiple de 10. Un chiffre faux se voit aussitôt.',
  ],
  [
    'Complexité du mot de passe',
    'Appréciation en mots de la solidité du mot de passe, affichée pendant qu’on le choisit.',
  ],
  [
    'Courriel d’activation',
    'Le message qui porte le lien, ou le code, par lequel le titulaire de l’adresse de connexion rend son compte actif.',
  ],
  [
    'Diffusion partielle',
    'Choix d’une entreprise de ne pas laisser publier certaines de ses données : l’INSEE écrit alors « [ND] », pour non diffusible, à leur place.',
  ],
  [
    'DUME',
    'Document unique de marché européen : la déclaration par laquelle le candidat à un marché public atteste qu’il remplit les conditions.',
  ],
  ['EDI', 'Échange de données informatisé : l’envoi de factures d’un système d’information à un autre.'],
  ['Engagement', 'La commande ou le contrat d’un client public, dont la facture rappelle le numéro.'],
  [
    'Entrepreneur individuel',
    'Personne qui exerce en son propre nom, sans société : sa raison sociale est sa civilité, son prénom et son nom.',
  ],
  [
    'Espace',
    'Partie du portail qui ouvre des fonctionnalités (factures émises, engagements…), que chacun ouvre ou ferme par OUI ou NON.',
  ],
  ['Établissement', 'Lieu où une entreprise exerce ; il a son propre SIRET. Fermé, il a cessé d’y exercer.'],
  [
    'Facture de travaux',
    'Facture d’un marché de travaux, que plusieurs acteurs valident l’un après l’autre.',
  ],
  [
    'Gestionnaire principal',
    'Le premier utilisateur d’une structure : il a tous les droits de modification sur elle.',
  ],
  [
    'INSEE',
    'Institut national de la statistique et des études économiques : il attribue les SIREN et les SIRET, et tient le répertoire Sirene.',
  ],
  ['Jeton', 'La part imprévisible d’un lien d’activation, qui prouve qu’on a reçu le courriel.'],
  ['Libellé de la structure', 'Nom d’usage, facultatif, qui aide à la reconnaître : une agence, un service.'],
  [
    'Mémoire de frais de justice',
    'Demande de paiement de qui a prêté son concours à la justice : expert, interprète, enquêteur…',
  ],
  [
    'Nouveau venu',
    'Qui vient pour la première fois, au nom d’une entreprise que le portail ne connaît pas encore.',
  ],
  [
    'Question secrète',
    'Question dont son titulaire seul connaît la réponse, pour récupérer un mot de passe oublié.',
  ],
  ['Raison sociale', 'Le nom sous lequel une société est inscrite au répertoire Sirene.'],
  ['Sirene', 'Le répertoire national des entreprises et de leurs établissements, que tient l’INSEE.'],
  ['SIREN', 'Numéro à 9 chiffres d’une entreprise.'],
  [
    'SIRET',
    'Numéro à 14 chiffres d’un établissement : le SIREN de son entreprise, puis 5 chiffres qui lui sont propres, dont le dernier est une clé.',
  ],
  ['Sollicitation', 'Demande d’aide ou de renseignement adressée par le portail.'],
  ['Structure', 'Qui émet ou reçoit des factures sur le portail : ici, l’entreprise du nouveau venu.'],
  [
    'TIC',
    'Taxe intérieure de consommation sur les énergies, dont certains professionnels peuvent demander le remboursement.',
  ],
];

/** The words of the suite. */
const SUITE: readonly Entry[] = [
  [
    'Conseillée',
    'Une règle qu’un portail devrait suivre : ne pas la suivre est une réserve, qui ne change pas le verdict.',
  ],
  ['Contexte', 'Ce dont partent tous les scénarios d’une fonctionnalité ou d’une règle.'],
  ['Exigée', 'Une règle sans laquelle un portail n’est pas conforme.'],
  [
    'Fait public',
    'Ce que tout le monde peut constater du portail public ou de l’INSEE, et que le guide ne dit pas.',
  ],
  ['Lecture', 'Notre interprétation : ce que le guide suppose sans le dire.'],
  [
    'Niveau',
    'Essentiel : le guide le dit. Robuste : le guide le suppose. Sécurité, accessibilité : ce que doit tout service public.',
  ],
  [
    'Non vérifiable',
    'Un moyen manque, ou une étape n’a pas été atteinte : rien n’est prouvé, et rien n’est reproché.',
  ],
  ['Sans objet', 'La règle concerne une chose que ce portail déclare ne pas avoir, raison à l’appui.'],
];

/** What the words mean, for whoever does not know the trade or the suite. */
export function glossary(): Html {
  return html`<section aria-labelledby="glossaire">
<h2 id="glossaire">Glossaire</h2>
<h3>Le parcours</h3>
${list(TRADE)}
<h3>La suite</h3>
${list(SUITE)}
</section>`;
}

function list(entries: readonly Entry[]): Html {
  const sorted = entries.toSorted(([a], [b]) => a.localeCompare(b, 'fr'));
  return html`<dl class="glossary">
${sorted.map(([term, definition]) => html`<div><dt>${term}</dt><dd>${printed(definition)}</dd></div>`)}
</dl>`;
}
