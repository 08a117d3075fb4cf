import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { maskedPartsOf } from '../fixtures/sirene/masked.ts';
import { isValidSiret } from '../fixtures/siret.ts';
import { Person } from './person.ts';
import { embeddedTarget } from './target/embedded.ts';
import type { Target } from './target/target.ts';

function someone(scenario = 'un', target: Target = embeddedTarget): Person {
  return new Person({ target, seeds: { seed: 1, nonce: 'n' }, scenario });
}

describe('a person', () => {
  it('is drawn once, and somebody else in another scenario', () => {
    const person = someone();
    const { applicant } = person;
    assert.equal(person.applicant, applicant);
    assert.ok(isValidSiret(applicant.siret));
    assert.equal(someone().applicant.email, applicant.email);
    assert.notEqual(someone('deux').applicant.email, applicant.email);
  });

  it('is somebody new of a family, or of a company of which INSEE masks just that', () => {
    const person = someone();
    const { siret } = person.applicant;
    person.drawn('fermee');
    assert.equal(person.applicant.company.family, 'fermee');
    assert.notEqual(person.applicant.siret, siret);
    const parts = 'le nom et la voie';
    person.drawnMasked(parts);
    assert.equal(maskedPartsOf(person.applicant.company), parts);
    assert.throws(() => person.drawnMasked('la couleur'), RangeError);
  });

  it('is drawn until the company is such, and given up on what no company is', () => {
    const person = someone();
    person.drawnSuchThat('ordinaire', ({ adresse }) => adresse.codePostal === '01000');
    const { company } = person.applicant;
    assert.equal(company.adresse.libelleCommune, 'BOURG-EN-BRESSE');
    assert.throws(
      () => someone().drawnSuchThat('ordinaire', ({ etat }) => etat === 'F'),
      /RangeError.*ordinaire/,
    );
  });

  it('shares an address or a SIRET with somebody, and nothing else', () => {
    const { email, siret } = someone('deux').applicant;
    const [own, other] = [someone(), someone()];
    own.drawnSharing({ email });
    assert.deepEqual([own.applicant.email, own.applicant.siret === siret], [email, false]);
    other.drawnSharing({ siret });
    const { company, ...same } = other.applicant;
    assert.deepEqual([company.siret, same.siret, same.email === email], [siret, siret, false]);
  });

  it('is the same at another browser, with contact address and chosen password', () => {
    const person = someone();
    person.contactElsewhere();
    person.choose('Choisi-1');
    const elsewhere = someone('deux');
    elsewhere.become(person);
    assert.equal(elsewhere.applicant, person.applicant);
    assert.equal(elsewhere.contactEmail, `contact.${person.applicant.email}`);
    assert.equal(elsewhere.chosenPassword, 'Choisi-1');
  });

  it('has passwords that the target accepts, and just so', () => {
    const strict = { ...embeddedTarget, password: { min: 12, kinds: 4 } };
    const person = someone('un', strict);
    assert.equal(person.chosenPassword, person.applicant.motDePasse);
    assert.deepEqual(person.secrets.password, person.applicant.motDePasse);
    assert.equal(person.leastPassword.length, 12);
    assert.ok(person.anotherPassword().length > 12);
    assert.notEqual(person.anotherPassword(), person.anotherPassword());
    assert.equal(someone().lengthened('Abc1!xy'), 'Abc1!xyk');
    assert.equal(someone().lengthened('Abc1!xyz9'), 'Abc1!xyz9');
    assert.equal(person.lengthened('Abc1!xy'), 'Abc1!xyk7k7k');
  });

  it('can mistake one digit of a SIRET', () => {
    const person = someone();
    const wrong = person.siretWrongAt(13);
    assert.equal(wrong.slice(0, 13), person.applicant.siret.slice(0, 13));
    assert.notEqual(wrong, person.applicant.siret);
  });
});
