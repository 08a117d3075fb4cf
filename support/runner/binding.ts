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
