import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { announcedLength } from './announced-length.ts';

describe('announcedLength', () => {
  it('reads the least length of a password in the words of a page', () => {
    for (const [text, length] of [
      ['Au moins 10 caractères, de trois types', 10],
      ['Le mot de passe doit avoir 12 caractères au moins.', 12],
      ['entre 14 et 64 caractères', 14],
      ['Longueur minimale\u00a0: 9 caractères', 9],
    ] as const)
      assert.equal(announcedLength(text), length, text);
  });

  it('reads none where a page says another length, or nothing', () => {
    for (const text of ['64 caractères au plus', 'Au moins trois types de caractères', ''])
      assert.equal(announcedLength(text), undefined, text);
  });
});
