import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { failingIn, finding, messagesOf, PASSED, type StepSpec } from './messages.test-support.ts';
import { type PlayedScenario, playOf } from './messages.ts';
import { type ScenarioOutcome, scenarioVerdict, worstOf } from './scenario-verdict.ts';

function played(steps: StepSpec[]): PlayedScenario {
  const [scenario] = playOf(messagesOf([{ name: 'x', steps }])).scenarios;
  assert.ok(scenario);
  return scenario;
}

function judged(first: StepSpec[], ...others: StepSpec[][]) {
  return scenarioVerdict([played(first), ...others.map(played)]);
}

const FINDING = finding('Accepté à tort.', { proof: 'out/a.png' });
const UNREACHED = { kind: 'unreached', step: 3, sentence: 'page blanche' } as const;
const MEANS = { kind: 'means', means: 'horloge', sentence: 'Le temps ne peut être déplacé.' } as const;
const AT_END = { kind: 'finding-at-end', sentence: 'Deux courriels.' } as const;
const HARNESS = { kind: 'harness', sentence: 'boîte aux lettres arrêtée' } as const;

describe('one play is', () => {
  const table: [string, StepSpec[], ScenarioOutcome, RegExp][] = [
    ['conforme when all steps passed', PASSED, 'conforme', /^$/],
    [
      'non conforme on a finding in Quand',
      failingIn('Action', FINDING),
      'non conforme',
      /^Accepté à tort\.$/,
    ],
    ['non conforme on a finding in Alors', failingIn('Outcome', FINDING), 'non conforme', /Accepté/],
    [
      'non conforme on an unreached step in Quand',
      failingIn('Action', UNREACHED),
      'non conforme',
      /page blanche/,
    ],
    [
      'non vérifiable on an unreached step in Étant donné',
      failingIn('Context', UNREACHED),
      'non vérifiable',
      /Étape 3 non atteinte/,
    ],
    [
      'non vérifiable on a finding in Étant donné',
      failingIn('Context', FINDING),
      'non vérifiable',
      /Point de départ non atteint/,
    ],
    [
      'non vérifiable on missing means in Étant donné',
      failingIn('Context', MEANS),
      'non vérifiable',
      /horloge/,
    ],
    ['non vérifiable on missing means in Alors', failingIn('Outcome', MEANS), 'non vérifiable', /horloge/],
    ['non vérifiable on missing means in a hook', failingIn('Hook', MEANS), 'non vérifiable', /horloge/],
    ['erreur du banc on anything else thrown', failingIn('Outcome'), 'erreur du banc', /étape 1.*boum/],
    [
      'erreur du banc when the step says so',
      failingIn('Action', HARNESS),
      'erreur du banc',
      /boîte aux lettres/,
    ],
    ['erreur du banc on an unreadable failure', failingIn('Action', 'illisible'), 'erreur du banc', /boum/],
    ['erreur du banc on a failing hook', failingIn('Hook'), 'erreur du banc', /boum/],
    ['erreur du banc on a finding in a hook', failingIn('Hook', FINDING), 'erreur du banc', /Accepté/],
    ['non conforme on a finding at the end', failingIn('Hook', AT_END), 'non conforme', /^Deux courriels\.$/],
    ['erreur du banc on a step written *', failingIn('Unknown', FINDING), 'erreur du banc', /Accepté/],
    ['erreur du banc without any step', [], 'erreur du banc', /aucune étape/],
    ['erreur du banc when a step did not end', [{ seconds: -1 }], 'erreur du banc', /ne s'est pas terminée/],
  ];
  for (const [title, steps, outcome, sentence] of table) {
    it(title, () => {
      const said = judged(steps);
      assert.equal(said.outcome, outcome);
      assert.match(said.sentences.join('\n'), sentence);
    });
  }

  for (const status of ['SKIPPED', 'PENDING', 'UNDEFINED', 'AMBIGUOUS', 'UNKNOWN'] as const) {
    it(`erreur du banc on a step ${status}, even with a finding attached`, () => {
      const said = judged([{ type: 'Action', status, failure: FINDING }]);
      assert.equal(said.outcome, 'erreur du banc');
      assert.notEqual(said.sentences[0], '');
    });
  }

  it('what the step said last, since that ended it', () => {
    assert.equal(judged(failingIn('Outcome', [FINDING, HARNESS])).outcome, 'erreur du banc');
    assert.deepEqual(judged(failingIn('Outcome', [FINDING, finding('Et encore.')])).sentences, [
      'Accepté à tort.',
      'Et encore.',
    ]);
  });

  it('a finding still when the tidying up fails after it', () => {
    const said = judged([
      ...failingIn('Outcome', FINDING),
      { type: 'Hook', status: 'FAILED', message: 'rangement' },
    ]);
    assert.equal(said.outcome, 'non conforme');
    assert.equal(said.proof, 'out/a.png');
  });

  it('erreur du banc when only the tidying up fails', () => {
    const said = judged([...PASSED, { type: 'Hook', status: 'FAILED', message: 'rangement' }]);
    assert.equal(said.outcome, 'erreur du banc');
  });
});

describe('two plays', () => {
  const refused = failingIn('Outcome', FINDING);
  const broken = failingIn('Action');
  const unreached = failingIn('Context', UNREACHED);
  const lacking = failingIn('Action', MEANS);
  const hasty = failingIn('Action', { ...MEANS, means: 'cadence' });
  const table: [string, StepSpec[], StepSpec[], ScenarioOutcome][] = [
    ['agree on a finding', refused, refused, 'non conforme'],
    ['contradict each other: instable', refused, PASSED, 'instable'],
    ['contradict each other on what could be reached: instable', unreached, refused, 'instable'],
    ['a broken harness is not whitewashed by a good play', broken, PASSED, 'erreur du banc'],
    ['a broken play does not erase a finding', refused, broken, 'non conforme'],
    ['a finding after a broken play stands', broken, refused, 'non conforme'],
    ['a broken play outweighs what could not be verified', unreached, broken, 'erreur du banc'],
    ['broken twice', broken, broken, 'erreur du banc'],
    ['a means that lacked once is not made up for', lacking, PASSED, 'non vérifiable'],
    ['a play that lacked a means does not erase a finding', refused, lacking, 'non conforme'],
    ['a play that went too fast gives way to one that did not', hasty, PASSED, 'conforme'],
    ['a finding after a play that went too fast stands', hasty, refused, 'non conforme'],
    ['a play that went too fast does not erase a finding', refused, hasty, 'non conforme'],
    ['too fast twice', hasty, hasty, 'non vérifiable'],
  ];
  for (const [title, first, second, outcome] of table) {
    it(title, () => assert.equal(judged(first, second).outcome, outcome));
  }

  it('and a broken third, on which two contradict each other: the harness first', () => {
    assert.equal(judged(refused, PASSED, broken).outcome, 'erreur du banc');
  });

  it('say both, once each', () => {
    assert.deepEqual(judged(refused, PASSED).sentences, [
      'Les passages se contredisent : non conforme, puis conforme.',
      'Accepté à tort.',
    ]);
    assert.deepEqual(judged(refused, refused).sentences, ['Accepté à tort.']);
  });

  it('show the proof of the second, which was traced', () => {
    const again = failingIn('Outcome', { ...FINDING, proof: 'out/trace.zip' });
    assert.equal(judged(refused, again).proof, 'out/trace.zip');
  });
});

describe('the worst', () => {
  it('follows the published order', () => {
    const order = [
      'conforme',
      'réserve',
      'non jouée',
      'non vérifiable',
      'instable',
      'erreur du banc',
      'non conforme',
    ] as const;
    for (const [index, worse] of order.entries()) {
      for (const better of order.slice(0, index)) {
        assert.equal(worstOf([better, worse]), worse);
        assert.equal(worstOf([worse, better]), worse);
      }
    }
  });

  it('of nothing is not played', () => assert.equal(worstOf([]), 'non jouée'));
});
