import { z } from 'zod';
import { text } from './shapes.ts';

/** How a portal is given its companies: by the double on a server, by the double in the page, by INSEE itself. */
export const INSEE_WAYS = ['double', 'page', 'reel'] as const;

/** The families of companies of which INSEE has real ones; it can't be asked to break down. */
export const REAL_FAMILIES = [
  'ordinaire',
  'entrepreneur-individuel',
  'partiellement-diffusee',
  'fermee',
  'inconnue',
  'la-poste',
] as const;

const adresse = z
  .strictObject({
    numeroVoie: text.describe('Le numéro.').meta({ examples: ['12'] }),
    typeVoie: text.describe('Le type de voie.').meta({ examples: ['RUE'] }),
    libelleVoie: text.describe('Le nom de la voie.').meta({ examples: ['DES ACACIAS'] }),
    complement: text.describe("Le complément d'adresse.").exactOptional(),
    codePostal: text.describe('Le code postal.').meta({ examples: ['35000'] }),
    libelleCommune: text.describe('La commune.').meta({ examples: ['RENNES'] }),
  })
  .describe("L'adresse de l'établissement.");

const entrepreneur = z
  .strictObject({
    civilite: z.enum(['MONSIEUR', 'MADAME']).describe('La civilité.'),
    prenom: text.describe('Le prénom usuel.'),
    nom: text.describe('Le nom.'),
  })
  .describe("L'entrepreneur individuel, à la place de « denomination ».");

const givenCompany = z.strictObject({
  siret: z
    .string()
    .regex(/^\d{14}$/, 'un SIRET est attendu : 14 chiffres, sans espace')
    .describe('Son SIRET, 14 chiffres.')
    .meta({ examples: ['35600000009075'] }),
  family: z.enum(REAL_FAMILIES).describe('Sa famille : à quels scénarios elle sert.'),
  denomination: text.describe("Sa dénomination, comme l'INSEE la publie.").exactOptional(),
  entrepreneur: entrepreneur.exactOptional(),
  adresse: adresse.exactOptional(),
  masked: z
    .array(z.enum(['nom', 'voie', 'commune']))
    .min(1)
    .describe("Ce que l'INSEE masque d'une société partiellement diffusée.")
    .exactOptional(),
});

/** A real company that the target gives, as INSEE publishes it. */
export type GivenCompany = z.infer<typeof givenCompany>;

/** How the portal asks INSEE. */
export const insee = z.strictObject({
  by: z
    .enum(INSEE_WAYS)
    .default('double')
    .describe(
      '« double » : le serveur du portail interroge le double de Diapason. « page » : le navigateur interroge l’INSEE, le banc y répond. « reel » : l’INSEE elle-même, avec les seules sociétés de « companies ».',
    ),
  url: text
    .describe(
      'Avec « double » : l’adresse du double, que le banc éprouve avant de jouer. Avec « page » : le motif des adresses appelées (« * » et « ** » admis).',
    )
    .meta({ examples: ['http://127.0.0.1:8021/api-sirene/3.11'] })
    .exactOptional(),
  companies: z
    .array(givenCompany)
    .min(1)
    .describe(
      'Avec « reel » : les sociétés à inscrire. Chacune sert une fois ; une famille épuisée rend ses exigences non vérifiables. Aucun SIRET inventé n’est alors envoyé.',
    )
    .exactOptional(),
});
