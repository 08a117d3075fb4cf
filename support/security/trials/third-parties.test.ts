import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { MeansMissing } from '../../failures.ts';
import type { Told } from '../found.ts';
import { differenceIn } from './third-parties.ts';

const told = (...lines: string[]): Told => ({ decision: { outcome: 'accepted' }, lines });

describe('differenceIn', () => {
  it('finds none where all are told the same, what changes by itself aside', () => {
    assert.equal(
      differenceIn([told('Étape 2', '10:31'), told('Étape 2', '10:32'), told('Étape 2', '10:33')]),
      undefined,
    );
  });

  it('finds a refusal, a line more, a line less', () => {
    const others = [told('Étape 2', 'Nouveau ?'), told('Étape 2', 'Nouveau ?')];
    const refused: Told = { decision: { outcome: 'refused', signs: ['Un compte existe'] }, lines: [] };
    assert.match(differenceIn([refused, ...others]) ?? '', /Un compte existe/);
    assert.match(
      differenceIn([told('Étape 2', 'Nouveau ?', 'Bon retour'), ...others]) ?? '',
      /de plus « Bon retour »/,
    );
    assert.match(differenceIn([told('Étape 2'), ...others]) ?? '', /ne dit pas « Nouveau \? »/);
  });

  it('compares nothing with addresses that are refused too', () => {
    const refused: Told = { decision: { outcome: 'refused', signs: ['non'] }, lines: [] };
    assert.throws(() => differenceIn([refused, refused, refused]), MeansMissing);
  });
});
