import type { Page } from '@playwright/test';
import { z } from 'zod';
import { fn } from './shapes.ts';

type OpenIdentification = (page: Page, url: string) => Promise<void>;
type FillIdentification = (page: Page, identity: { email: string; siret: string }) => Promise<void>;
type SetWorkspace = (page: Page, name: string, on: boolean) => Promise<void>;
type IsWorkspaceOn = (page: Page, name: string) => Promise<boolean>;
type OpenActivation = (page: Page, link: string) => Promise<void>;
type FillLogin = (page: Page, account: { email: string; password: string }) => Promise<void>;

/**
 * What a target does itself, at one place, instead of the driver. None of these sends a form nor judges an answer:
 * the driver still presses the button, and the rules still decide.
 */
export const driver = z.strictObject({
  identification: z
    .strictObject({
      open: fn<OpenIdentification>()
        .describe(
          '`open(page, url)` : mène de l’accueil à l’étape 1, là où le nouveau venu doit d’abord choisir une entrée.',
        )
        .exactOptional(),
      fill: fn<FillIdentification>()
        .describe(
          '`fill(page, { email, siret })` : remplit l’étape 1, là où le SIRET est coupé en plusieurs champs par exemple. N’envoie rien.',
        )
        .exactOptional(),
    })
    .describe('Étape 1.')
    .exactOptional(),
  workspaces: z
    .strictObject({
      set: fn<SetWorkspace>()
        .describe('`set(page, name, on)` : ouvre ou ferme un espace, nommé comme dans le guide.')
        .exactOptional(),
      isOn: fn<IsWorkspaceOn>()
        .describe('`isOn(page, name)` : dit si cet espace est ouvert. Va avec « set ».')
        .exactOptional(),
    })
    .describe('Étape 3, et partout où les espaces se montrent.')
    .exactOptional(),
  activation: z
    .strictObject({
      open: fn<OpenActivation>()
        .describe(
          '`open(page, link)` : mène du lien du courriel à la page d’activation, là où une page « Continuer » s’interpose par exemple.',
        )
        .exactOptional(),
    })
    .describe('Étape 4.')
    .exactOptional(),
  login: z
    .strictObject({
      fill: fn<FillLogin>()
        .describe(
          '`fill(page, { email, password })` : remplit la connexion, là où elle se fait en deux pages par exemple. Le banc presse ensuite « submit ».',
        )
        .exactOptional(),
    })
    .describe('La connexion.')
    .exactOptional(),
});

/** What a target's own functions do in place of the driver's. */
export type DriverOverrides = z.infer<typeof driver>;
