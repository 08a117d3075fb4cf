import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Company } from '../fixtures/company.ts';
import type { Family } from '../fixtures/siret.ts';
import { MeansMissing } from './failures.ts';
import type { GivenCompany } from './target/schema/insee.ts';
import type { Target } from './target/target.ts';

/** The families that INSEE can't be asked for: it does not break down at will. */
const ON_DEMAND: readonly Family[] = ['insee-en-panne', 'insee-quota', 'insee-lent'];

/** The real companies that a target gives, each to be signed up once, by whichever process, run after run. */
export class GivenCompanies {
  private readonly companies: readonly GivenCompany[];
  private readonly claims: string;

  private constructor(companies: readonly GivenCompany[], claims: string) {
    this.companies = companies;
    this.claims = claims;
  }

  /** Returns those of a target; `undefined` where companies are invented. */
  static of({ insee: { companies, claims } }: Pick<Target, 'insee'>): GivenCompanies | undefined {
    return companies === undefined || claims === undefined
      ? undefined
      : new GivenCompanies(companies, claims);
  }

  /**
   * Takes one of a family that has not served yet.
   * @throws MeansMissing naming the family, when there is none, or none left
   */
  take(family: Family, isSuch: (company: Company) => boolean): Company {
    const candidates = this.companies
      .filter((given) => given.family === family)
      .map(companyOf)
      .filter(isSuch);
    const taken = candidates.find(({ siret }) => this.claim(siret));
    if (taken !== undefined) return taken;
    throw new MeansMissing(`une société de la famille « ${family} »`, this.remedy(family, candidates.length));
  }

  /** The company of a number that was given. @throws RangeError for any other number */
  known(siret: string): Company {
    const given = this.companies.find((company) => company.siret === siret);
    if (given === undefined) throw new RangeError(`Le SIRET ${siret} n'est pas de ceux que la cible donne`);
    return companyOf(given);
  }

  /** A file made by one process alone: the system sees to it. */
  private claim(siret: string): boolean {
    mkdirSync(this.claims, { recursive: true });
    try {
      writeFileSync(join(this.claims, siret), `${new Date().toISOString()}\n`, { flag: 'wx' });
      return true;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
      throw error;
    }
  }

  private remedy(family: Family, served: number): string {
    if (ON_DEMAND.includes(family))
      return 'L’INSEE ne tombe pas en panne à la demande : jouez cette exigence avec "insee": { "by": "double" }.';
    if (served === 0)
      return 'Déclarez-en une qui convienne à ce scénario dans « insee.companies » du fichier cible.';
    return `Celles de « insee.companies » ont toutes servi : ajoutez-en, ou remettez le portail à neuf et videz ${this.claims} (« reset » fait les deux).`;
  }
}

/** A company as INSEE knows it; what a number alone can't tell is left empty. */
function companyOf(given: GivenCompany): Company {
  const { siret, family, denomination = null, entrepreneur, adresse, masked } = given;
  const {
    numeroVoie = '',
    typeVoie = '',
    libelleVoie = '',
    codePostal = '',
    libelleCommune = '',
  } = adresse ?? {};
  return {
    siret,
    siren: siret.slice(0, 9),
    nic: siret.slice(9),
    family,
    denomination,
    ...(entrepreneur === undefined ? {} : { entrepreneur }),
    categorieJuridique: entrepreneur === undefined ? '' : '1000',
    adresse: {
      ...{ numeroVoie, typeVoie, libelleVoie, codePostal, libelleCommune },
      ...(adresse?.complement === undefined ? {} : { complement: adresse.complement }),
      codeCommune: '',
      pays: 'FRANCE',
    },
    etat: family === 'fermee' ? 'F' : 'A',
    diffusion: family === 'partiellement-diffusee' ? 'P' : 'O',
    ...(masked === undefined ? {} : { masked }),
  };
}
