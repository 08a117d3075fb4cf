import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { likeness } from './likeness.ts';

describe('likeness', () => {
  it('is whole for the same thing in other words', () => {
    for (const [one, other] of [
      ['Adresse électronique de connexion', 'E-mail de connexion'],
      ['Raison sociale', 'Dénomination'],
      ['Numéro de SIRET', 'N° SIRET *'],
      ['Se connecter', 'se  connecter'],
    ] as const)
      assert.equal(likeness(one, other), 1, `${one} / ${other}`);
  });

  it('is slight for things that differ, and nothing where one has no name', () => {
    assert.ok(likeness('Prénom', 'Téléphone') < 0.5);
    assert.ok(likeness('Code postal', 'Question secrète') < 0.3);
    assert.equal(likeness('Ville', ' * '), 0);
  });
});
