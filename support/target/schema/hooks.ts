import { z } from 'zod';
import { fn, httpCall, httpUrl, text } from './shapes.ts';

/** Something the target does once, before or after a run. */
export type HookFunction = () => Promise<void> | void;

const hook = z.union(
  [httpCall('https://recette.acme.test/essais/vider', { base: 'recette' }), fn<HookFunction>()],
  {
    error: 'un appel HTTP ({ "url": … }) est attendu, ou une fonction dans « cible.ts »',
  },
);

const HOOK_EXAMPLE = { url: 'https://recette.acme.test/essais/vider', method: 'POST' };

/** Called once, before the first scenario. */
export const reset = hook
  .describe(
    'Remet le portail à neuf : appelé une fois, avant le premier scénario. Un échec arrête la série (erreur du banc).',
  )
  .meta({ examples: [HOOK_EXAMPLE] });

/** Called once, when everything has been played. */
export const cleanup = hook
  .describe('Range derrière la série : appelé une fois, après le dernier scénario, même interrompu.')
  .meta({ examples: [HOOK_EXAMPLE] });

/** How time passes on the portal. */
export const clock = httpCall('https://recette.acme.test/essais/horloge', { avance: '{seconds} s' }).describe(
  'L’appel qui avance l’horloge du portail. « {seconds} », dans l’adresse ou le corps, y est remplacé par le nombre de secondes ; sans « body », `{ "avance": "{seconds} s" }` est envoyé, hors d’un GET. Sans « clock », la fin de validité d’un lien n’est pas vérifiable, à moins de l’attendre (`--wait-expiry`).',
);

/** Where the portal says which version of itself answers. */
export const versionProbe = z
  .strictObject({
    url: httpUrl
      .describe('L’adresse lue avant la série, et après.')
      .meta({ examples: ['https://recette.acme.test/version'] }),
    json: text
      .describe('Le chemin de la version dans la réponse JSON.')
      .meta({ examples: ['build.commit'] })
      .exactOptional(),
    match: text
      .describe(
        'Ou une expression régulière : la version est son premier groupe, sinon tout ce qu’elle trouve.',
      )
      .meta({ examples: ['version ([0-9.]+)'] })
      .exactOptional(),
  })
  .describe(
    'Où lire la version du portail. Si elle change pendant la série, celle-ci est INCOMPLÈTE : deux portails ont répondu. Sans « json » ni « match », toute la réponse compte.',
  );

/** How a version is read. */
export type VersionProbe = z.infer<typeof versionProbe>;
