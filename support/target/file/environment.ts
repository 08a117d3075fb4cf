import { isRecord } from './source.ts';

/** A value whose variables have been replaced, and what that took from the environment. */
export interface Filled {
  readonly value: unknown;
  /** What came from the environment, by the place that asked for it. */
  readonly taken: readonly Taken[];
  readonly faults: readonly EnvironmentFault[];
}

/** A variable's value, and the place in the file where it stands. */
export interface Taken {
  readonly path: readonly string[];
  readonly text: string;
}

/** A variable that can't be used, and why. */
export interface EnvironmentFault {
  readonly path: readonly string[];
  readonly sentence: string;
}

const VARIABLE = /\$\{([^}]*)\}/g;
const NAME = /^[A-Za-z_][A-Za-z0-9_]*$/;

/** Replaces `${NAME}` in every text by the variable of that name; functions and numbers are left as they are. */
export function filled(value: unknown, environment: NodeJS.ProcessEnv, path: readonly string[] = []): Filled {
  if (typeof value === 'string') return filledText(value, environment, path);
  const entries = Array.isArray(value) ? [...value.entries()] : isRecord(value) ? Object.entries(value) : [];
  if (entries.length === 0) return { value, taken: [], faults: [] };
  const parts = entries.map(
    ([key, inner]) => [key, filled(inner, environment, [...path, String(key)])] as const,
  );
  const whole = Array.isArray(value)
    ? parts.map(([, part]) => part.value)
    : Object.fromEntries(parts.map(([key, part]) => [key, part.value]));
  return {
    value: whole,
    taken: parts.flatMap(([, { taken }]) => taken),
    faults: parts.flatMap(([, { faults }]) => faults),
  };
}

function filledText(text: string, environment: NodeJS.ProcessEnv, path: readonly string[]): Filled {
  const taken: Taken[] = [];
  const faults: EnvironmentFault[] = [];
  const value = text.replace(VARIABLE, (whole, name: string) => {
    const found = environment[name];
    if (NAME.test(name) && found) {
      taken.push({ path, text: found });
      return found;
    }
    faults.push({ path, sentence: faultOf(whole, name) });
    return whole;
  });
  return { value, taken, faults };
}

function faultOf(whole: string, name: string): string {
  if (!NAME.test(name))
    return `« ${whole} » ne nomme pas une variable d’environnement. Écrivez par exemple « \${MOT_DE_PASSE} »`;
  return `la variable d’environnement « ${name} » n’est pas donnée. Lancez avec ${name}=…, ou écrivez la valeur`;
}
