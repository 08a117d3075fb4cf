import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { BOUNDS } from '../../support/security/bounds.ts';
import { probesAnnounced } from './probes.ts';

describe('probesAnnounced', () => {
  it('says each bound, and their sum', () => {
    const [first, ...each] = probesAnnounced([{ id: 'EX-5.02' }, { id: 'EX-4.04' }, { id: 'EX-5.08' }]);
    const sum = (BOUNDS['EX-5.02']?.requests ?? 0) + (BOUNDS['EX-5.08']?.requests ?? 0);
    assert.match(first ?? '', new RegExp(`: ${sum} requêtes au plus`));
    assert.equal(each.length, 2);
    assert.match(each[0] ?? '', /EX-5\.02 : \d+ au plus, de quoi recevoir 30 courriels/);
  });

  it('says nothing of a run that does not probe', () => {
    assert.deepEqual(probesAnnounced([{ id: 'EX-4.04' }, { id: 'EX-5.01' }]), []);
  });
});
