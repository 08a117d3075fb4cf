import type { Page } from '@playwright/test';
import { z } from 'zod';
import { access } from './schema/access.ts';
import { driver } from './schema/driver.ts';
import { cleanup, clock, reset, versionProbe } from './schema/hooks.ts';
import { insee } from './schema/insee.ts';
import { lexicon } from './schema/lexicon.ts';
import { mail } from './schema/mail.ts';
import { fn, httpUrl, text } from './schema/shapes.ts';

/** What a target may lack; each waives the rules tagged `@si-…` of that name. */
export const WAIVABLE = [
  'captcha',
  'espaces',
  'question-secrete',
  'connexion',
  'insee',
  'contact',
  'activation-finale',
  'session-cookie',
] as const;

/** Reads the captcha of the page and returns its answer. */
export type ReadCaptcha = (page: Page) => Promise<string>;

const authorised = z
  .strictObject({
    by: text.describe('Qui a donné son accord.').meta({ examples: ['Direction informatique d’ACME'] }),
    until: z.iso
      .date({ error: 'une date est attendue, sous la forme « 2026-12-31 »' })
      .describe('Le dernier jour où il vaut.')
      .meta({ examples: ['2026-12-31'] }),
  })
  .describe(
    'L’accord de qui répond d’un portail dont l’adresse n’est ni locale, ni privée, ni réservée aux essais. Il figure dans les rapports. Le vrai service public est refusé quoi qu’il en soit.',
  );

const captcha = z
  .strictObject({
    answer: text
      .describe('La réponse de test que le portail accepte toujours.')
      .meta({ examples: ['TEST1'] })
      .exactOptional(),
    read: fn<ReadCaptcha>()
      .describe('`read(page)` : lit la réponse attendue, là où il n’y en a pas de fixe.')
      .exactOptional(),
  })
  .describe('Comment répondre au captcha de l’étape 2. Un portail qui n’en a pas le dit dans « without ».');

const password = z
  .strictObject({
    min: z.int().min(8).default(8).describe('Sa longueur minimale ; le guide demande 8.'),
    kinds: z
      .int()
      .min(3)
      .max(4)
      .default(3)
      .describe('Combien des 4 types il doit mêler : majuscules, minuscules, chiffres, caractères spéciaux.'),
    scale: z
      .array(text)
      .min(2)
      .describe('Les mots de « Complexité du mot de passe », du plus faible au plus fort.')
      .meta({ examples: [['Faible', 'Moyen', 'Fort']] })
      .exactOptional(),
  })
  .describe('La politique de mot de passe, où elle est plus sévère que celle du guide.');

const pace = z
  .strictObject({
    signUpsPerMinute: z
      .number()
      .positive()
      .describe('Combien d’envois de l’étape 1 par minute, tous navigateurs réunis.')
      .meta({ examples: [20] })
      .exactOptional(),
    workers: z
      .int()
      .positive()
      .describe('Combien de scénarios de front, au plus.')
      .meta({ examples: [1] })
      .exactOptional(),
  })
  .describe(
    'La cadence que le portail supporte. Une réponse 429, hors de EX-5.07, rend le scénario non vérifiable ; son en-tête « Retry-After » est respecté.',
  );

const without = z
  .strictObject(
    Object.fromEntries(
      WAIVABLE.map((thing) => [
        thing,
        text.describe(`Pourquoi les exigences « si-${thing} » sont sans objet.`).exactOptional(),
      ]),
    ) as Record<(typeof WAIVABLE)[number], z.ZodExactOptional<z.ZodString>>,
  )
  .describe('Ce que le portail n’a pas, et pourquoi. Les rapports le disent en tête.')
  .meta({ examples: [{ 'question-secrete': 'second facteur à la place' }] });

const activation = z
  .strictObject({
    by: z
      .enum(['lien', 'code'])
      .default('lien')
      .describe('« lien » : le courriel porte un lien. « code » : il porte un code à saisir.'),
  })
  .describe('Par quoi un compte s’active.');

const login = z
  .strictObject({
    url: httpUrl
      .describe(
        'L’adresse ouverte pour se connecter, au lieu de suivre le lien du portail ; son origine est déclarée par là même.',
      )
      .meta({ examples: ['https://sso.acme.test/connexion'] }),
  })
  .describe('La connexion, là où elle se fait ailleurs.');

/** The contract of a target file: everything is optional but `name` and `url`. */
export const targetSchema = z.strictObject({
  $schema: z
    .string()
    .describe('Le schéma de ce contrat, pour la complétion dans un éditeur.')
    .meta({ examples: ['../diapason/targets/cible.schema.json'] })
    .exactOptional(),
  extends: text
    .describe(
      'Un autre fichier cible dont celui-ci part ; chemin relatif à ce fichier. Ce qui est donné ici l’emporte, clé par clé ; une liste remplace une liste, et null retire une clé.',
    )
    .meta({ examples: ['commun.json'] })
    .exactOptional(),
  name: text.describe('Le nom du portail dans les rapports.').meta({ examples: ['Portail fournisseurs'] }),
  url: httpUrl.describe('L’adresse de l’accueil.').meta({ examples: ['https://recette.acme.test/'] }),
  vendor: text
    .describe('L’éditeur.')
    .meta({ examples: ['ACME'] })
    .exactOptional(),
  version: text
    .describe('La version certifiée.')
    .meta({ examples: ['4.2.0'] })
    .exactOptional(),
  origins: z
    .array(httpUrl)
    .describe(
      'Les autres origines du portail. Une redirection vers une origine qui n’est pas déclarée n’est pas suivie ; un lien de courriel non plus.',
    )
    .meta({ examples: [['https://sso.acme.test']] })
    .exactOptional(),
  authorised: authorised.exactOptional(),
  mail: mail.describe('Où lire les courriels du portail.').prefault({}),
  captcha: captcha.exactOptional(),
  activation: activation.prefault({}),
  linkValidity: z
    .string()
    .regex(/^\d+ (s|min|h|j)$/, 'une durée est attendue : un nombre, une espace, puis s, min, h ou j')
    .describe('La durée de validité d’un lien d’activation ; une heure, faute de précision.')
    .meta({ examples: ['24 h'] })
    .exactOptional(),
  clock: clock.exactOptional(),
  password: password.prefault({}),
  insee: insee.describe('Comment le portail interroge l’INSEE.').prefault({}),
  lexicon: lexicon
    .describe(
      'Les mots du portail, où ce ne sont pas ceux du guide : un nom, ou plusieurs qui se valent. « Nom @ Section » cherche dans la section de ce titre.',
    )
    .meta({ examples: [{ identification: { email: 'Courriel professionnel', submit: 'Continuer' } }] })
    .exactOptional(),
  without: without.exactOptional(),
  login: login.exactOptional(),
  access: access.describe('Ce qu’il faut pour joindre le portail.').prefault({}),
  pace: pace.prefault({}),
  answerMs: z
    .int()
    .positive()
    .default(10_000)
    .describe('Le temps, en millisecondes, que peut prendre une réponse du portail.'),
  versionProbe: versionProbe.exactOptional(),
  reset: reset.exactOptional(),
  cleanup: cleanup.exactOptional(),
  driver: driver
    .describe(
      'Fonctions de la cible qui remplacent celles du pilote, en un lieu chacune, pour ce qui diffère par la structure. Seul un fichier « cible.ts » ou « cible.mjs » peut en contenir. Les rapports les nomment en tête.',
    )
    .prefault({}),
});

/** What a target file may say. */
export type TargetDeclaration = z.input<typeof targetSchema>;

/** A target file's content once it satisfies the contract, defaults filled in. */
export type TargetFile = z.output<typeof targetSchema>;
