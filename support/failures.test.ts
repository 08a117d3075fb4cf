import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Finding, failureOf, MeansMissing, PortalUnreachedStep } from './failures.ts';

const OBSERVATION = { done: 'Le mot de passe a été proposé', expected: 'refus', seen: 'accepté' };
const SENTENCE = 'Le mot de passe a été proposé. Attendu : refus. Constaté : accepté.';

describe('failureOf', () => {
  it('gives a finding with its three fragments and its requirement', () => {
    assert.deepEqual(failureOf(new Finding(OBSERVATION), 'EX-4.04'), {
      kind: 'finding',
      requirement: 'EX-4.04',
      sentence: SENTENCE,
      ...OBSERVATION,
    });
  });

  it('gives a step that was not reached, with its number', () => {
    assert.deepEqual(failureOf(new PortalUnreachedStep(3, OBSERVATION), 'EX-3.01'), {
      kind: 'unreached',
      requirement: 'EX-3.01',
      sentence: SENTENCE,
      step: 3,
      ...OBSERVATION,
    });
  });

  it('gives the means that is missing', () => {
    assert.deepEqual(failureOf(new MeansMissing('une horloge', 'Déclarez « clock ».'), undefined), {
      kind: 'means',
      sentence: 'Déclarez « clock ».',
      means: 'une horloge',
    });
  });

  it('leaves to the error itself the words that its kind already says', () => {
    assert.equal(new PortalUnreachedStep(3, OBSERVATION).message, `Étape 3 non atteinte. ${SENTENCE}`);
    assert.equal(
      new MeansMissing('une horloge', 'Déclarez « clock ».').message,
      'Moyen manquant : une horloge. Déclarez « clock ».',
    );
  });

  it('gives anything else to the harness, be it an error or not', () => {
    assert.deepEqual(failureOf(new TypeError('x is undefined'), 'EX-1.01'), {
      kind: 'harness',
      requirement: 'EX-1.01',
      sentence: 'x is undefined',
    });
    assert.deepEqual(failureOf('une chaîne', undefined), { kind: 'harness', sentence: 'une chaîne' });
  });
});
