import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { raisonSocialeOf } from '../fixtures/company.ts';
import { Answers } from './answers.ts';
import { Person } from './person.ts';
import { embeddedTarget } from './target/embedded.ts';
import type { Target } from './target/target.ts';

function start(target: Target = embeddedTarget): { person: Person; answers: Answers } {
  const person = new Person({ target, seeds: { seed: 1, nonce: 'n' }, scenario: 'un' });
  return { person, answers: new Answers({ person, target }) };
}

describe('what a person answers at step 2', () => {
  it('is their own, the contact address once it is another', () => {
    const { person, answers } = start();
    const { email, nom, prenom } = person.applicant;
    assert.deepEqual({ ...answers.usual }, { email, nom, prenom, captcha: 'TEST1', structure: {} });
    const contactEmail = person.contactElsewhere();
    assert.equal(answers.usual.contactEmail, contactEmail);
  });

  it('leaves out what the target has not, and types what INSEE does not prefill', () => {
    const { captcha: _none, ...target } = embeddedTarget;
    const { person, answers } = start({ ...target, without: { contact: 'aucune', insee: 'aucune' } });
    person.contactElsewhere();
    const { email, nom, prenom, company } = person.applicant;
    const { structure, ...usual } = answers.usual;
    assert.deepEqual(usual, { email, nom, prenom });
    assert.equal(structure?.raisonSociale, raisonSocialeOf(company));
    assert.equal(structure?.codePostal, company.adresse.codePostal);
  });

  it('puts back what was emptied, until somebody else comes', () => {
    const { person, answers } = start();
    answers.restore({ ville: 'LYON' });
    answers.restore({ pays: 'FRANCE' });
    assert.deepEqual(answers.usual.structure, { ville: 'LYON', pays: 'FRANCE' });
    person.drawn('ordinaire');
    assert.deepEqual(answers.usual.structure, {});
  });

  it('has one fault: the image, or the address where there is none', () => {
    const { answers } = start();
    const { usual } = answers;
    const { captcha } = answers.withOneFault(usual);
    assert.deepEqual(answers.withOneFault(usual), { ...usual, captcha });
    assert.notEqual(String(captcha).toUpperCase(), 'TEST1');
    const { captcha: _image, ...without } = usual;
    assert.deepEqual(answers.withOneFault(without), { ...without, email: `autre.${usual.email}` });
  });

  it('can be everything, with another address and every box', () => {
    const { person, answers } = start();
    const { contactEmail, structure, boxes } = answers.everything;
    assert.equal(contactEmail, `contact.${person.applicant.email}`);
    assert.notEqual(structure?.codePostal, person.applicant.company.adresse.codePostal);
    assert.deepEqual(Object.values(boxes ?? {}), [true, true, true]);
    const { answers: without } = start({ ...embeddedTarget, without: { contact: 'aucune' } });
    assert.equal(without.everything.contactEmail, undefined);
  });

  it('can bear special characters, in name, label and address', () => {
    const { answers } = start();
    const { nom, prenom, structure } = answers.withCharacters('une apostrophe typographique');
    for (const text of [nom, structure?.libelle, structure?.adresse]) assert.match(text ?? '', /’/);
    assert.notEqual(prenom, answers.usual.prenom);
  });

  it('knows what INSEE masks, and that alone', () => {
    const { person, answers } = start();
    assert.deepEqual(answers.maskedByInsee, {});
    person.drawnMasked('la voie');
    assert.deepEqual(Object.keys(answers.maskedByInsee), ['adresse']);
  });
});
