import type { TargetDeclaration } from './schema.ts';

export type { CaughtMail } from './schema/mail.ts';
export type { TargetDeclaration } from './schema.ts';

/** Gives a `cible.ts` its types; the target is returned as it is. */
export function defineTarget(target: TargetDeclaration): TargetDeclaration {
  return target;
}
