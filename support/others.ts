import type { World } from './runner/world.ts';

/** Opens another browser in which the same person goes on, and returns its world. */
export async function samePersonElsewhere(world: World): Promise<World> {
  const other = await world.elsewhere();
  other.person.become(world.person);
  return other;
}

/** Returns the world of whoever came last, in a browser of their own. @throws Error when nobody has come yet */
export function latestOf({ others }: Pick<World, 'others'>): World {
  const latest = others.at(-1);
  if (latest === undefined) throw new Error('Personne d’autre n’est encore venu dans ce scénario.');
  return latest;
}
