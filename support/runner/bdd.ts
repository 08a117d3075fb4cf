import type { Binding } from './binding.ts';

/**
 * The one binding of steps, for whichever runner is loading them: playwright-bdd announces itself by this variable
 * in bddgen, in the main process and in the workers.
 */
const binding: Binding =
  process.env.PLAYWRIGHT_BDD_CONFIGS === undefined
    ? (await import('./cucumber.ts')).binding
    : (await import('./playwright.ts')).binding;

export const { EtantDonne, Quand, Alors, defineParameterType } = binding;
