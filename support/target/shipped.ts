import { join } from 'node:path';
import { shippedPortals } from '../../fixtures/portals/index.ts';
import type { ShippedPortal } from '../../fixtures/portals/shipped-portal.ts';
import { HarnessSetupError } from '../setup-error.ts';
import type { Target } from './target.ts';

/**
 * Returns the portal that we ship under a name, once this machine can run it.
 * @throws HarnessSetupError when there is none, or when the machine lacks what it needs
 */
export function shippedNamed(id: string): ShippedPortal {
  const shipped = shippedPortals.find((portal) => portal.id === id);
  if (shipped === undefined) {
    throw new HarnessSetupError(
      `Aucun portail livré ne s'appelle « ${id} ».`,
      `Portails livrés : ${shippedPortals.map((portal) => portal.id).join(', ')}.`,
    );
  }
  const missing = shipped.missing();
  if (missing === undefined) return shipped;
  throw new HarnessSetupError(
    `Le portail « ${id} » ne peut pas être essayé sur cette machine : il manque ${missing}.`,
    'Installez ce qui manque, puis relancez : sans cela, ce portail n’est pas vérifié.',
  );
}

/** Returns the path of a portal's target file. */
export function targetFileOf({ id }: Pick<ShippedPortal, 'id'>): string {
  return join(import.meta.dirname, '../../targets', `${id}.json`);
}

/** Returns a target without its addresses: each worker starts the portal for itself, and knows where it is. */
export function ownTarget({ url: _url, clock: _clock, mail, ...target }: Target): Target {
  const { mailpit: _mailpit, ...ownMail } = mail;
  return { ...target, mail: ownMail };
}
