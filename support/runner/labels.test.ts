import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { placeOf } from './labels.ts';

describe('the place of a scenario in the reports', () => {
  const titles = [
    '4-activation.feature.spec.js',
    '4 — Activer son compte',
    'Huit caractères',
    'Sept sont refusés',
  ];

  it('is its step of the guide, its requirement and its level', () => {
    assert.deepEqual(placeOf(['@essentiel', '@EX-4.04', '@si-captcha'], titles), {
      step: '4 — Activer son compte',
      requirement: 'EX-4.04 — Huit caractères',
      level: 'essentiel',
    });
  });

  it('knows the four levels', () => {
    for (const level of ['essentiel', 'robuste', 'securite', 'accessible'])
      assert.equal(placeOf([`@${level}`], titles).level, level);
  });
});
