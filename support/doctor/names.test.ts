import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ownWords, writtenName } from './names.ts';

describe('writtenName', () => {
  it('keeps what a person would call the thing', () => {
    assert.equal(writtenName('Numéro de SIRET * (14 chiffres)'), 'Numéro de SIRET');
    assert.equal(writtenName('Nom : '), 'Nom');
    assert.equal(writtenName('Ville (obligatoire)'), 'Ville');
  });
});

describe('ownWords', () => {
  const drawn = ['anne@acme.test', 'Durand', 'Anne'];

  it('leaves out what was drawn for the person', () => {
    assert.equal(
      ownWords('Bonjour Anne Durand', drawn, () => true),
      'Bonjour',
    );
  });

  it('takes the sentence that says what is looked for, short of the address it ends with', () => {
    const text = 'Tout est prêt. Un message part vers anne@acme.test, lisez-le.';
    assert.equal(
      ownWords(text, drawn, (words) => words.includes('message')),
      'Un message part vers',
    );
  });
});
