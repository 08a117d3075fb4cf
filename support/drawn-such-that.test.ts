import assert from 'node:assert/strict';
import { it } from 'node:test';
import { drawApplicant } from '../fixtures/applicant.ts';
import { drawOf } from '../fixtures/draw.ts';
import type { Family } from '../fixtures/siret.ts';
import { drawnSuchThat } from './drawn-such-that.ts';

const draw = drawOf({ seed: 1, nonce: '' }, 'tirage');
const person = {
  drawn: (family: Family) => drawApplicant(draw, { domain: 'a.example', family }),
};

it('draws until the company is such', () => {
  const { company } = drawnSuchThat(person, 'ordinaire', ({ adresse }) => adresse.codePostal === '01000');
  assert.equal(company.adresse.libelleCommune, 'BOURG-EN-BRESSE');
});

it('gives up on what no company is', () => {
  assert.throws(
    () => drawnSuchThat(person, 'ordinaire', ({ etat }) => etat === 'F'),
    /RangeError.*ordinaire/,
  );
});
