import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { playOf } from '../../reports/messages.ts';
import type { PlayedScenario } from '../../reports/played-scenario.ts';
import { Conforming, type Reference } from './conforming.ts';

const reference = (status: 'PASSED' | 'FAILED', ...differing: string[]): Reference => ({
  play: {
    ...playOf([]),
    scenarios: [
      { name: 'le scénario', status, failures: [], error: 'Error: boum' } as unknown as PlayedScenario,
    ],
  },
  differing,
});
const PLACES = [{ place: 'f:1' }, { place: 'f:2' }];

describe('Conforming', () => {
  it('spares a defect the scenarios in which it does not differ, and no others', async () => {
    const run = await Conforming.played(PLACES, async (place) =>
      place === 'f:1' ? reference('PASSED', 'd') : reference('PASSED'),
    );
    assert.equal(run.spared('f:1', 'd'), undefined);
    assert.equal(run.spared('f:2', 'd')?.scenarios[0]?.name, 'le scénario');
    assert.equal(run.spared('f:3', 'd'), undefined, 'never what it has not played');
  });

  it('says whether a defect was seen in some scenarios', async () => {
    const run = await Conforming.played(PLACES, async (place) =>
      place === 'f:1' ? reference('PASSED', 'd') : reference('PASSED'),
    );
    assert.equal(run.sees('d', PLACES), true);
    assert.equal(run.sees('d', [{ place: 'f:2' }]), false);
    assert.equal(run.sees('e', PLACES), false);
    assert.equal(run.sees('d', [{ place: 'f:3' }]), false, 'never in what it has not played');
  });

  it('refuses to compare with a portal on which a scenario fails', async () => {
    await assert.rejects(
      Conforming.played(PLACES, async () => reference('FAILED')),
      /« le scénario » ne passe pas : boum$/,
    );
  });

  it('is found again by another process, over the same sources only', async (t) => {
    const folder = mkdtempSync(join(tmpdir(), 'diapason-conforme-'));
    t.after(() => rmSync(folder, { recursive: true }));
    const path = join(folder, 'power', 'conforme.json');
    assert.equal(Conforming.recalled(path, 'abc'), undefined);
    (await Conforming.played(PLACES, async () => reference('PASSED', 'd'))).keep(path, 'abc');
    assert.notEqual(Conforming.recalled(path, 'abc')?.spared('f:1', 'e'), undefined);
    assert.equal(Conforming.recalled(path, 'abc')?.spared('f:1', 'd'), undefined);
    assert.equal(Conforming.recalled(path, 'autre'), undefined);
    writeFileSync(path, '{"sources":"ab');
    assert.equal(Conforming.recalled(path, 'abc'), undefined);
  });
});
