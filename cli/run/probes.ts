import type { Requirement } from '../../reports/catalogue.ts';
import { count } from '../../reports/typography.ts';
import { BOUNDS } from '../../support/security/bounds.ts';

/**
 * Says in French, before a run, what its probes will ask of the portal beside the journeys, at most: whoever answers for
 * that portal must be able to say no. Nothing where no rule of the run probes.
 */
export function probesAnnounced(requirements: readonly Pick<Requirement, 'id' | 'scenarios'>[]): string[] {
  const probing = requirements.flatMap(({ id, scenarios }) => {
    const bound = BOUNDS[id];
    return bound === undefined ? [] : [{ id, what: bound.what, requests: scenarios.length * bound.requests }];
  });
  if (probing.length === 0) return [];
  const most = probing.reduce((sum, { requests }) => sum + requests, 0);
  return [
    `Sondes de sécurité : ${count(most, 'requête')} au plus en dehors des parcours, sur les seuls comptes de la série (de nouveau pour ce qui est rejoué).`,
    ...probing.map(({ id, requests, what }) => `  ${id} : ${requests} au plus, ${what}`),
  ];
}
