import { z } from 'zod';
import { guideLexicon, type LexiconOverrides, type Place } from '../lexicon.ts';
import { oneOrMore } from './shapes.ts';

/** What each place of the lexicon is, for whoever writes a target file. */
export const PLACES: Readonly<Record<Place, string>> = {
  identification: 'Étape 1 : le nouveau venu donne son adresse et son SIRET.',
  information: 'Étape 2 : informations personnelles, structure, fonctionnalités.',
  workspaces: 'Étape 3 : les espaces, puis l’annonce du courriel.',
  activation: 'Étape 4 : mot de passe et question secrète.',
  code: 'Saisir le code d’activation, où le courriel en porte un.',
  newLink: 'Demander un nouveau lien d’activation.',
  recovery: 'Mot de passe oublié.',
  login: 'Se connecter.',
  account: 'L’accueil d’un utilisateur connecté.',
  structure: 'Modifier sa structure.',
  myWorkspaces: 'Modifier ses espaces.',
};

const places = Object.entries(guideLexicon).map(([place, entries]) => [
  place,
  z
    .strictObject(
      Object.fromEntries(
        Object.entries<readonly string[]>(entries).map(([entry, names]) => [
          entry,
          oneOrMore
            .describe(`Le guide dit : ${names.map((name) => `« ${name} »`).join(', ')}.`)
            .exactOptional(),
        ]),
      ),
    )
    .describe(PLACES[place as Place])
    .exactOptional(),
]);

/** The words of the portal, where they are not the guide's; made from the guide's, so that both have the same entries. */
export const lexicon = z.strictObject(Object.fromEntries(places)) as unknown as z.ZodType<
  LexiconOverrides,
  LexiconOverrides
>;
