import { COMMUNES } from '../fixtures/communes.ts';
import { type Company, raisonSocialeOf, voieOf } from '../fixtures/company.ts';
import type { Draw } from '../fixtures/draw.ts';
import { publishedOf } from '../fixtures/sirene/masked.ts';
import type { StructureField, TypedStructure } from './portal/information.ts';

/** Returns a company as its structure is typed, where the portal asks for it. */
export function wholeStructure(company: Company): TypedStructure {
  const { codePostal, libelleCommune, pays } = company.adresse;
  return {
    raisonSociale: raisonSocialeOf(company),
    adresse: voieOf(company.adresse),
    codePostal,
    ville: libelleCommune,
    pays,
  };
}

/** Returns what INSEE masks of a company, as those of the company know it. */
export function maskedStructure(company: Company): TypedStructure {
  const published = publishedOf(company);
  const isMasked: Partial<Record<StructureField, boolean>> = {
    raisonSociale: published.raisonSociale === null,
    adresse: published.voie === null,
    codePostal: published.codePostal === null,
    ville: published.libelleCommune === null,
  };
  const whole = Object.entries(wholeStructure(company)) as Array<[StructureField, string]>;
  return Object.fromEntries(whole.filter(([entry]) => isMasked[entry]));
}

/** Returns an address in another town than the company’s, whose postal code a careless portal would shorten: it begins with a zero. */
export function addressElsewhere(
  { adresse: { codePostal } }: Company,
  { content }: Draw,
): Required<Pick<TypedStructure, 'adresse' | 'codePostal' | 'ville'>> {
  const elsewhere = COMMUNES.filter(
    (commune) => commune.codePostal !== codePostal && commune.codePostal.startsWith('0'),
  );
  const { codePostal: other, libelleCommune } = content.helpers.arrayElement(elsewhere);
  return { adresse: '27 IMPASSE DES TILLEULS', codePostal: other, ville: libelleCommune };
}
