import type { Journey } from './journey.ts';
import type { Portal } from './portal/portal.ts';

/** Opens another browser in which the same person goes on, and returns it. */
export async function samePersonElsewhere<W extends { readonly journey: Journey }>(
  world: W & { readonly elsewhere: () => Promise<W> },
): Promise<W> {
  const other = await world.elsewhere();
  other.journey.continueAs(world.journey);
  return other;
}

/** Returns the browser opened last; the steps that speak of « another browser » speak of it. */
export function lastOpened<W>({ others }: { readonly others: readonly W[] }): W {
  const last = others.at(-1);
  if (last === undefined) throw new Error('Aucun autre navigateur n’a été ouvert dans ce scénario.');
  return last;
}

/** Chooses another password on the activation page already open; where it is another page, nothing can be chosen. */
export async function tryAnotherPassword({
  journey,
  portal,
}: {
  readonly journey: Journey;
  readonly portal: Portal;
}): Promise<void> {
  if (await portal.activation.isShown()) await journey.choosePassword(journey.anotherPassword());
}
