import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  catalogueOf,
  failingIn,
  finding,
  messagesOf,
  requirement,
  type StepSpec,
  scenarioOf,
  TARGET,
} from '../messages.test-support.ts';
import { playOf } from '../messages.ts';
import { verdict } from '../verdict.ts';
import { SERIE } from './dossier.test-support.ts';
import { mergedSerie } from './merge.ts';
import { statementOf } from './statement.ts';

const serie = mergedSerie([{ folder: 'rapports', serie: SERIE, hasReplay: false }]);
const CATALOGUE = catalogueOf(requirement('EX-1.01'), requirement('EX-1.02', { obligation: 'devrait' }));
const REFUSED = failingIn('Outcome', finding('Accepté à tort.'));

/** What is attested where the two requirements ended so. */
function predicate(
  steps: readonly (StepSpec[] | 'passed' | 'not played')[],
  more: { selection?: string[] } = {},
) {
  const specs = steps.flatMap((ended, index) => {
    const id = `EX-1.0${index + 1}`;
    if (ended === 'not played') return [];
    return [ended === 'passed' ? scenarioOf(id) : scenarioOf(id, ended)];
  });
  const judged = verdict({
    catalogue: CATALOGUE,
    target: TARGET,
    plays: [playOf(messagesOf(specs))],
    partial: more.selection !== undefined,
    ...more,
  });
  const said = statementOf(Buffer.from('{}'), { serie, verdict: judged }).predicate;
  return [said.result, said.passedTests, said.warnedTests, said.failedTests];
}

describe('what is attested', () => {
  it('is PASSED when all is proved', () => {
    assert.deepEqual(predicate(['passed', 'passed']), ['PASSED', ['EX-1.01', 'EX-1.02'], [], []]);
  });

  it('is WARNED on a réserve', () => {
    assert.deepEqual(predicate(['passed', REFUSED]), ['WARNED', ['EX-1.01'], ['EX-1.02'], []]);
  });

  it('is FAILED on a finding', () => {
    assert.deepEqual(predicate([REFUSED, 'passed']), ['FAILED', ['EX-1.02'], [], ['EX-1.01']]);
  });

  it('is FAILED, and never PASSED, when the run is incomplete', () => {
    assert.deepEqual(predicate(['passed', 'not played']), ['FAILED', ['EX-1.01'], [], ['EX-1.02']]);
  });

  it('is FAILED, and never PASSED, when only a selection was asked for', () => {
    assert.deepEqual(predicate(['passed'], { selection: ['EX-1.01'] }), ['FAILED', ['EX-1.01'], [], []]);
  });

  it('knows by their digest what the verdict depends on', () => {
    const judged = verdict({ catalogue: CATALOGUE, target: TARGET, plays: [] });
    const { configuration } = statementOf(Buffer.from('{}'), { serie, verdict: judged }).predicate;
    for (const { name, digest } of configuration) assert.match(digest.sha256, /^[0-9a-f]{64}$/, name);
    assert.deepEqual(
      configuration.map(({ name }) => name),
      ['Diapason', 'fichier cible : cible.json', 'ce que la cible déclare', 'puissance'],
    );
  });
});
