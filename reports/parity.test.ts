import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { failingIn, finding, messagesOf, type ScenarioSpec } from './messages.test-support.ts';
import { playOf } from './messages.ts';
import { parityOf } from './parity.ts';

function parity(a: ScenarioSpec[], b: ScenarioSpec[]) {
  return parityOf(playOf(messagesOf(a)), playOf(messagesOf(b, { base64: true }))).map((found) => ({
    scenario: found.scenario,
    example: found.example,
    a: found.a.outcome,
    b: found.b.outcome,
  }));
}

const REFUTED = failingIn('Outcome', finding('Accepté.'));
const row = (n: number, steps?: ScenarioSpec['steps']): ScenarioSpec => ({
  name: 'Sans paramètre',
  outline: { name: 'Sans paramètre', row: n },
  ...(steps ? { steps } : {}),
});

describe('two runners', () => {
  it('agree whatever the order, the project and the encoding', () => {
    const a: ScenarioSpec[] = [{ name: 'un' }, { name: 'deux', steps: REFUTED }];
    const b: ScenarioSpec[] = [
      { name: 'deux', steps: REFUTED, uri: '[portail]:features/1-identification.feature' },
      { name: 'un' },
    ];
    assert.deepEqual(parity(a, b), []);
  });

  it('disagree on a scenario', () => {
    assert.deepEqual(parity([{ name: 'un' }], [{ name: 'un', steps: REFUTED }]), [
      { scenario: 'un', example: undefined, a: 'conforme', b: 'non conforme' },
    ]);
  });

  it('disagree when one lacks a scenario, on either side', () => {
    const found = parity([{ name: 'un' }], [{ name: 'deux' }]);
    assert.deepEqual(
      found.map(({ scenario, a, b }) => [scenario, a, b]),
      [
        ['un', 'conforme', 'absent'],
        ['deux', 'absent', 'conforme'],
      ],
    );
  });

  it('are compared row by row, even when rows bear one name', () => {
    assert.deepEqual(parity([row(1), row(2)], [row(1), row(2, REFUTED)]), [
      { scenario: 'Sans paramètre', example: 2, a: 'conforme', b: 'non conforme' },
    ]);
  });

  it('are compared requirement by requirement', () => {
    assert.equal(
      parity([{ name: 'un', requirement: 'EX-1.01' }], [{ name: 'un', requirement: 'EX-1.02' }]).length,
      2,
    );
  });
});
