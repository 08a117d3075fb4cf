import type { World } from './world.ts';

/** A step: what it does, with the world as `this` and the text's parameters as arguments. */
export type Step<Parameters extends unknown[]> = (
  this: World,
  ...parameters: Parameters
) => Promise<void> | void;

/** Gives a sentence of the features its meaning. */
export type DefineStep = <Parameters extends unknown[]>(sentence: string, step: Step<Parameters>) => void;

/** A kind of word that sentences may hold between braces. */
export interface ParameterType {
  readonly name: string;
  readonly regexp: RegExp;
  readonly transformer: (...texts: string[]) => unknown;
}

/** What a runner offers to step files. */
export interface Binding {
  readonly EtantDonne: DefineStep;
  readonly Quand: DefineStep;
  readonly Alors: DefineStep;
  readonly defineParameterType: (type: ParameterType) => void;
}

/**
 * The one binding of steps, for whichever runner is loading them: playwright-bdd announces itself by this variable
 * in bddgen, in the main process and in the workers.
 */
const binding: Binding =
  process.env.PLAYWRIGHT_BDD_CONFIGS === undefined
    ? (await import('./cucumber.ts')).binding
    : (await import('./playwright.ts')).binding;

export const { EtantDonne, Quand, Alors, defineParameterType } = binding;
