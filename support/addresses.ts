import type { World } from './runner/world.ts';

/**
 * Returns the addresses met so far, of pages and of the data they took, but for the link of the activation mail, which
 * any browser may open.
 */
export async function addressesOnTheWay({
  portal,
  mail,
  person,
}: Pick<World, 'portal' | 'mail' | 'person'>): Promise<readonly string[]> {
  const links = mail.linksInto(await mail.activationMailOf(person.applicant.email));
  const { addresses, dataAddresses } = portal.trail;
  return [...addresses, ...dataAddresses].filter((address) => !links.includes(address));
}
