import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { raisonSocialeOf, voieOf } from '../fixtures/company.ts';
import { maskedPartsOf } from '../fixtures/sirene/masked.ts';
import { MeansMissing } from './failures.ts';
import { GivenCompanies } from './given-companies.ts';
import { Person } from './person.ts';
import { embeddedTarget } from './target/embedded.ts';
import type { GivenCompany } from './target/schema/insee.ts';

const adresse = {
  numeroVoie: '1',
  typeVoie: 'RUE',
  libelleVoie: 'HAUTE',
  codePostal: '01000',
  libelleCommune: 'BOURG',
};

const COMPANIES: GivenCompany[] = [
  { siret: '73282932000074', family: 'ordinaire', denomination: 'ALPHA', adresse },
  { siret: '73282932000082', family: 'ordinaire', denomination: 'BETA & FILS', adresse },
  {
    siret: '91000000000018',
    family: 'partiellement-diffusee',
    denomination: 'GAMMA',
    adresse,
    masked: ['nom', 'voie'],
  },
  { siret: '35600000009075', family: 'la-poste', denomination: 'LA POSTE', adresse },
];

function targetOf(t: TestContext) {
  const claims = join(mkdtempSync(join(tmpdir(), 'diapason-sociétés-')), 'cible.json');
  t.after(() => rmSync(join(claims, '..'), { recursive: true }));
  return { ...embeddedTarget, insee: { by: 'reel' as const, companies: COMPANIES, claims } };
}

describe('the companies that a target gives', () => {
  it('serve once each, whoever asks, and then the family is said to be exhausted', (t) => {
    const target = targetOf(t);
    const [one, other] = [GivenCompanies.of(target), GivenCompanies.of(target)];
    const any = () => true;
    assert.equal(one?.take('ordinaire', any).denomination, 'ALPHA');
    assert.equal(other?.take('ordinaire', any).denomination, 'BETA & FILS');
    assert.throws(
      () => one?.take('ordinaire', any),
      (error) =>
        error instanceof MeansMissing &&
        /famille « ordinaire »/.test(error.means) &&
        /toutes servi/.test(error.remedy),
    );
    assert.deepEqual(readdirSync(target.insee.claims), ['73282932000074', '73282932000082']);
  });

  it('are not claimed when they are not such as asked', (t) => {
    const companies = GivenCompanies.of(targetOf(t));
    const beta = companies?.take('ordinaire', ({ denomination }) => denomination?.includes('&') ?? false);
    assert.equal(beta?.denomination, 'BETA & FILS');
    assert.equal(companies?.take('ordinaire', () => true).denomination, 'ALPHA');
  });

  const missing: [Parameters<GivenCompanies['take']>[0], RegExp][] = [
    ['fermee', /Déclarez-en une/],
    ['insee-en-panne', /ne tombe pas en panne à la demande/],
  ];
  for (const [family, remedy] of missing)
    it(`are missing for the family « ${family} », which is named`, (t) => {
      assert.throws(
        () => GivenCompanies.of(targetOf(t))?.take(family, () => true),
        (error) => error instanceof MeansMissing && error.means.includes(family) && remedy.test(error.remedy),
      );
    });

  it('are what a person of such a target has, and what is masked of them', (t) => {
    const person = new Person({ target: targetOf(t), seeds: { seed: 1, nonce: 'n' }, scenario: 'un' });
    person.drawnMasked('le nom et la voie');
    const { company, siret, email } = person.applicant;
    assert.equal(siret, '91000000000018');
    assert.equal(raisonSocialeOf(company), 'GAMMA');
    assert.equal(voieOf(company.adresse), '1 RUE HAUTE');
    assert.equal(maskedPartsOf(company), 'le nom et la voie');
    assert.match(email, /@fournisseur\.example$/);
    person.drawnMasked('la commune');
    assert.throws(() => person.applicant, MeansMissing);
  });

  it('can be shared without one of one’s own being used', (t) => {
    const target = targetOf(t);
    const seeds = { seed: 1, nonce: 'n' };
    const { siret, email } = new Person({ target, seeds, scenario: 'un' }).applicant;
    const other = new Person({ target, seeds, scenario: 'deux' });
    other.drawnSharing({ siret });
    assert.equal(other.applicant.company.denomination, 'ALPHA');
    assert.notEqual(other.applicant.email, email);
    assert.equal(readdirSync(target.insee.claims).length, 1);
  });

  it('are not claimed for whoever becomes somebody else first', (t) => {
    const target = targetOf(t);
    const person = new Person({ target, seeds: { seed: 1, nonce: 'n' }, scenario: 'un' });
    person.drawn('ordinaire');
    person.drawn('la-poste');
    assert.equal(person.applicant.company.denomination, 'LA POSTE');
    assert.deepEqual(readdirSync(target.insee.claims), ['35600000009075']);
  });

  it('are none where companies are invented', () =>
    assert.equal(GivenCompanies.of(embeddedTarget), undefined));
});
