import type { Applicant } from '../fixtures/applicant.ts';
import type { Company } from '../fixtures/company.ts';
import type { Family } from '../fixtures/siret.ts';

/** One company in seventeen has both a zero and an ampersand: none in so many draws is no bad luck. */
const DRAWS = 1_000;

/**
 * Draws the person again until their company is such.
 * @throws RangeError when none of a family is
 */
export function drawnSuchThat(
  person: { drawn(family: Family): Applicant },
  family: Family,
  isSuch: (company: Company) => boolean,
): Applicant {
  for (let draws = 0; draws < DRAWS; draws += 1) {
    const drawn = person.drawn(family);
    if (isSuch(drawn.company)) return drawn;
  }
  throw new RangeError(`Aucune entreprise de la famille « ${family} » n'est telle que demandée`);
}
