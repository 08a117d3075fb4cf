import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { BOUNDS } from '../../support/security/bounds.ts';
import { probesAnnounced } from './probes.ts';

const SCENARIO = { name: 'x', examples: 0, line: 1 };

describe('probesAnnounced', () => {
  it('says each bound, and their sum', () => {
    const [first, ...each] = probesAnnounced([
      { id: 'EX-5.02', scenarios: [SCENARIO] },
      { id: 'EX-4.04', scenarios: [SCENARIO] },
      { id: 'EX-5.04', scenarios: [SCENARIO, SCENARIO] },
    ]);
    const sum = (BOUNDS['EX-5.02']?.requests ?? 0) + 2 * (BOUNDS['EX-5.04']?.requests ?? 0);
    assert.match(first ?? '', new RegExp(`: ${sum} requêtes au plus`));
    assert.equal(each.length, 2);
    assert.match(each[0] ?? '', /EX-5\.02 : \d+ au plus, de quoi recevoir 30 courriels/);
  });

  it('says nothing of a run that does not probe', () => {
    const rules = ['EX-4.04', 'EX-5.01'].map((id) => ({ id, scenarios: [SCENARIO] }));
    assert.deepEqual(probesAnnounced(rules), []);
  });
});
