import { type Company, raisonSocialeOf, voieOf } from '../../fixtures/company.ts';
import { Finding } from '../failures.ts';
import { normalise } from '../portal/in-page/normalise.ts';
import type { InformationPage, StructureField } from '../portal/information.ts';
import { quoted } from './quoted.ts';

/** What INSEE knows of a structure: neither a label nor, always, a second line. */
type KnownField = Exclude<StructureField, 'libelle' | 'complement'>;

/** The French name each field has in a feature's table. */
const FIELDS: Readonly<Record<string, KnownField>> = {
  identifiant: 'identifiant',
  'raison sociale': 'raisonSociale',
  adresse: 'adresse',
  'code postal': 'codePostal',
  ville: 'ville',
  pays: 'pays',
};

/**
 * Demands that each named field of the structure holds what INSEE knows of the company. Case and accents are the
 * portal's choice, digits are not; the finding names every field that differs.
 */
export async function expectPrefilled(
  page: InformationPage,
  company: Company,
  names: readonly string[],
): Promise<void> {
  if (names.length === 0) throw new Error('Aucune donnée à vérifier : le tableau est vide.');
  const known = knownOf(company);
  const differing: string[] = [];
  for (const name of names) {
    const entry = entryOf(name);
    const shown = await page.structure(entry).value();
    if (normalise(shown) !== normalise(known[entry])) {
      differing.push(`« ${name} » : ${quoted(shown)} au lieu de ${quoted(known[entry])}`);
    }
  }
  if (differing.length === 0) return;
  throw new Finding({
    done: `Étape 2 : la structure préremplie pour le SIRET ${company.siret} a été lue`,
    expected: 'les données de l’INSEE dans chaque champ',
    seen: differing.join(' ; '),
  });
}

/**
 * Demands that no named field of the structure holds what INSEE knows of the other company: two people identified
 * themselves at once. What both have in common proves nothing; what is wrong otherwise is for EX-2.06 to say.
 */
export async function expectNothingOfOther(
  page: InformationPage,
  [own, other]: readonly Company[],
  names: readonly string[],
): Promise<void> {
  if (names.length === 0) throw new Error('Aucune donnée à vérifier : le tableau est vide.');
  if (own === undefined || other === undefined) throw new Error('Deux sociétés sont attendues.');
  const [mine, theirs] = [knownOf(own), knownOf(other)];
  const mixed: string[] = [];
  for (const name of names) {
    const entry = entryOf(name);
    const shown = normalise(await page.structure(entry).value());
    if (shown === normalise(theirs[entry]) && shown !== normalise(mine[entry]))
      mixed.push(`« ${name} » : « ${theirs[entry]} » au lieu de « ${mine[entry]} »`);
  }
  if (mixed.length === 0) return;
  throw new Finding({
    done: `Étape 2 : la structure préremplie pour le SIRET ${own.siret} a été lue (un autre s’identifiait au même moment, avec ${other.siret})`,
    expected: 'rien de la structure de l’autre',
    seen: mixed.join(' ; '),
  });
}

function entryOf(name: string): KnownField {
  const entry = FIELDS[name];
  if (entry !== undefined) return entry;
  throw new Error(`Donnée inconnue : « ${name} » (connues : ${Object.keys(FIELDS).join(', ')})`);
}

/** Returns what INSEE knows of a company, as the fields of its structure should hold it. */
export function knownOf(company: Company): Record<KnownField, string> {
  const { adresse } = company;
  return {
    identifiant: company.siret,
    raisonSociale: raisonSocialeOf(company),
    adresse: voieOf(adresse),
    codePostal: adresse.codePostal,
    ville: adresse.libelleCommune,
    pays: adresse.pays,
  };
}
