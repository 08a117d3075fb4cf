import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { claimsOf } from './claims.ts';
import type { Waivable } from './told.ts';

const claims = (without: Record<string, string>, has: ReadonlyArray<readonly [Waivable, boolean]>) =>
  claimsOf({ without }, { has: new Map(has) }).map(({ isFault, sentence }) => [isFault, sentence]);

describe('what « without » says', () => {
  it('is true, false, or could not be seen', () => {
    const without = { captcha: 'code', contact: 'une seule', espaces: 'aucun' };
    const seen = [
      ['captcha', false],
      ['contact', true],
    ] as const;
    assert.deepEqual(claims(without, seen), [
      [false, '« captcha » (code) est vrai : l’étape 2 ne demande les caractères d’aucune image'],
      [false, '« espaces » (aucun) n’a pu être vérifié : le parcours ne va pas jusque-là'],
      [true, '« contact » (une seule) est faux : l’étape 2 demande une adresse de contact'],
    ]);
  });

  it('is missing for a thing that is not there', () => {
    const [[isFault, sentence] = []] = claims({}, [['captcha', false]]);
    assert.equal(isFault, true);
    assert.match(String(sentence), /écrivez "without": \{ "captcha": "la raison" \}/);
  });
});
