import { LEVELS } from '../reports/catalogue.ts';
import { command, makeChecks } from './checks.ts';

/**
 * Checks each portal that we ship as far as can be: certified under both runners, each of its own defects caught.
 * Returns the exit code. Too long to be done at each change.
 */
export function portals(): Promise<number> {
  return makeChecks([], ({ id }) => [
    command(
      `Portail « ${id} » : certifié à tous les niveaux, sous les deux lanceurs`,
      'parity',
      '--portal',
      id,
      '--level',
      ...LEVELS,
    ),
    command(`Portail « ${id} » : chacun de ses défauts pris`, 'power', '--portal', id),
  ]);
}
