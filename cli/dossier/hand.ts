import type { Hand } from '../../reports/dossier/envelope.ts';
import { readPrivateKey } from '../../reports/dossier/keys.ts';

/** How a person says who signs. */
export interface SigningOptions {
  readonly key?: string;
  readonly role?: Hand['role'];
}

/** Returns who signs, where a key is given. @throws DossierRefusal when the file holds none that can sign */
export function handOf({ key, role = 'éditeur' }: SigningOptions): Hand | undefined {
  return key === undefined ? undefined : { key: readPrivateKey(key), role };
}
