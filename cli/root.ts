import { join } from 'node:path';

/** The project's folder. */
export const ROOT = join(import.meta.dirname, '..');

/** Where reports go, unless `DIAPASON_OUT` says otherwise; relative to the project. */
export const OUT = process.env.DIAPASON_OUT ?? 'reports/out';

/** Returns the path of a file of the project. */
export function inProject(...parts: string[]): string {
  return join(ROOT, ...parts);
}
