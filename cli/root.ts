import { join, relative, resolve } from 'node:path';

/** The project's folder. */
export const ROOT = join(import.meta.dirname, '..');

/** Returns the path of a file of the project. */
export function inProject(...parts: string[]): string {
  return join(ROOT, ...parts);
}

/** Returns the path of a report: in `DIAPASON_OUT` where it is set, else in `reports/out`. */
export function inOut(...parts: string[]): string {
  return join(resolve(ROOT, process.env.DIAPASON_OUT ?? 'reports/out'), ...parts);
}

/** Returns a path as a person would type it from where they are. */
export function shownPath(path: string): string {
  const near = relative(process.cwd(), path);
  return near.startsWith('..') ? path : near || '.';
}

/** Where campaigns keep their matrices and what they remember: a run of the suite leaves it alone. */
export const POWER_FOLDER = 'power';
