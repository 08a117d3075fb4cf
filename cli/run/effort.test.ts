import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import {
  catalogueOf,
  messagesOf,
  requirement,
  scenarioOf,
  TARGET,
} from '../../reports/messages.test-support.ts';
import { playOf } from '../../reports/messages.ts';
import { verdict } from '../../reports/verdict.ts';
import type { Account } from './accounts.ts';
import { forecast, keepEfforts, recalledEfforts } from './effort.ts';

const ONE = requirement('EX-1.01');
const TWO = requirement('EX-1.02', {
  scenarios: [
    { name: 'a', examples: 3, line: 5 },
    { name: 'b', examples: 0, line: 9 },
  ],
});

function folder(t: TestContext): string {
  const out = mkdtempSync(join(tmpdir(), 'diapason-durées-'));
  t.after(() => rmSync(out, { recursive: true }));
  return out;
}

describe('what a run will take', () => {
  const fresh = { requirements: [ONE, TWO], efforts: {}, workers: 2 };

  it('is at least a sign-up for each scenario, before the first run of a target', () => {
    assert.equal(
      forecast(fresh),
      'Inscriptions : 5 au moins, une par scénario du catalogue. Durée inconnue avant une première série de cette cible.',
    );
    assert.match(forecast({ ...fresh, signUpsPerMinute: 1 }), / ; 5 min au moins, à la cadence déclarée\.$/);
  });

  it('is what it took the last time, shared among the workers, and no less than the pace allows', () => {
    const efforts = { 'EX-1.01': { ms: 60_000, signUps: 4 }, 'EX-1.02': { ms: 300_000, signUps: 20 } };
    assert.match(forecast({ ...fresh, efforts }), /^Inscriptions : 24 environ, en 3 min environ \(d’après/);
    assert.match(forecast({ ...fresh, efforts, signUpsPerMinute: 2 }), /en 12 min environ/);
    const part = { ...fresh, efforts: { 'EX-1.01': { ms: 8_000, signUps: 1 } } };
    assert.match(
      forecast(part),
      /: 5 environ, en 4 s environ \(.*, et 1 exigence jamais jouée comptée au moins\)/,
    );
  });
});

describe('what a run took', () => {
  const play = playOf(messagesOf([scenarioOf('EX-1.01')]));
  const [scenario] = play.scenarios;
  const during = new Date((scenario?.startedAt ?? 0) + 1).toISOString();
  const account = (when: string, place = `${scenario?.uri}:${scenario?.line}`): Account => ({
    ...{ email: 'a@b.test', siret: '1', scenario: place, place, when },
    state: 'compte créé',
  });
  const judged = verdict({
    catalogue: catalogueOf(ONE, requirement('EX-1.02')),
    target: TARGET,
    plays: [play],
  });

  it('is kept for the next run of the same target, for what was wholly played', (t) => {
    const out = folder(t);
    const before = '2000-01-01T00:00:00.000Z';
    keepEfforts(out, judged, play, [account(during), account(before), account(during, 'ailleurs:1')]);
    const efforts = recalledEfforts(out, TARGET);
    assert.deepEqual(Object.keys(efforts), ['EX-1.01']);
    assert.equal(efforts['EX-1.01']?.signUps, 1);
    assert.equal(efforts['EX-1.01']?.ms, scenario?.durationMs);
    assert.deepEqual(recalledEfforts(out, { ...TARGET, url: 'http://autre.test/' }), {});
    assert.deepEqual(recalledEfforts(join(out, 'absent'), TARGET), {});
  });

  it('leaves alone what was not played this time', (t) => {
    const out = folder(t);
    keepEfforts(out, judged, play, []);
    const other = playOf(messagesOf([scenarioOf('EX-1.02')]));
    const later = verdict({ catalogue: catalogueOf(requirement('EX-1.02')), target: TARGET, plays: [other] });
    keepEfforts(out, later, other, []);
    assert.deepEqual(Object.keys(recalledEfforts(out, TARGET)), ['EX-1.01', 'EX-1.02']);
  });
});
