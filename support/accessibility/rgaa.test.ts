import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import axe from 'axe-core';
import { TAGS } from './examination.ts';
import { criteriaOf, criterionOf } from './rgaa.ts';

const rules = axe.getRules([...TAGS]);

describe('the table of RGAA criteria', () => {
  it('has every rule of axe for WCAG 2.1 A and AA', () => {
    const unknown = rules.filter(
      ({ ruleId, help }) => criterionOf(ruleId, help).criterion === 'à déterminer',
    );
    assert.deepEqual(
      unknown.map(({ ruleId }) => ruleId),
      [],
    );
    assert.ok(rules.length > 50);
  });

  it('agrees with axe, where axe itself names a test of the RGAA', () => {
    for (const { ruleId, help, tags } of rules) {
      const named = tags.find((tag) => /^RGAA-\d/.test(tag));
      const criterion = /^RGAA-(\d+\.\d+)/.exec(named ?? '')?.[1];
      if (criterion !== undefined) assert.equal(criterionOf(ruleId, help).criterion, criterion, ruleId);
    }
  });

  it('tells a rule it does not know by its own words', () => {
    assert.equal(criterionOf('regle-a-venir', 'Something is wrong').fault, 'Something is wrong');
  });

  it('lists criteria once each, in the order of the RGAA', () => {
    assert.deepEqual(criteriaOf(['label', 'color-contrast', 'select-name', 'duplicate-id-aria']), [
      '3.2',
      '8.2',
      '11.1',
    ]);
  });
});
