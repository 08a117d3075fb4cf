import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Requirement } from './catalogue.ts';
import {
  catalogueOf,
  failingIn,
  finding,
  messagesOf,
  PASSED,
  type RunSpec,
  requirement,
  type ScenarioSpec,
  scenarioOf,
  TARGET,
} from './messages.test-support.ts';
import { playOf } from './messages.ts';
import { type VerdictInput, verdict } from './verdict.ts';

const REFUTED = failingIn('Outcome', finding('Accepté à tort.'));
const BROKEN = failingIn('Action');
const UNREACHED = failingIn('Context', { kind: 'unreached', step: 2, sentence: 'refus' });

interface Case extends Partial<Omit<VerdictInput, 'catalogue' | 'plays'>> {
  requirements?: Requirement[];
  plays: ScenarioSpec[][];
  run?: RunSpec;
}

function judge({
  requirements = [requirement('EX-1.01'), requirement('EX-1.02')],
  plays,
  run,
  ...more
}: Case) {
  return verdict({
    catalogue: catalogueOf(...requirements),
    target: TARGET,
    plays: plays.map((specs) => playOf(messagesOf(specs, run))),
    ...more,
  });
}

function outcomes(run: ReturnType<typeof judge>): Record<string, string> {
  return Object.fromEntries(run.requirements.map(({ requirement: { id }, outcome }) => [id, outcome]));
}

const BOTH = [scenarioOf('EX-1.01'), scenarioOf('EX-1.02')];
const plays = (first: ScenarioSpec['steps'], second: ScenarioSpec['steps'] = PASSED) => [
  [scenarioOf('EX-1.01', first), scenarioOf('EX-1.02', second)],
];

describe('a run is', () => {
  const table: [string, Case, string, number][] = [
    ['CONFORME when all is proven', { plays: [BOTH] }, 'CONFORME', 0],
    ['NON CONFORME on one finding', { plays: plays(REFUTED) }, 'NON CONFORME', 1],
    [
      'NON CONFORME although the harness broke elsewhere',
      { plays: plays(REFUTED, BROKEN) },
      'NON CONFORME',
      1,
    ],
    ['ERREUR DU BANC when the harness broke', { plays: plays(BROKEN, UNREACHED) }, 'ERREUR DU BANC', 3],
    ['INCOMPLET when something could not be verified', { plays: plays(UNREACHED) }, 'INCOMPLET', 2],
    ['INCOMPLET when a requirement was not played', { plays: [[scenarioOf('EX-1.01')]] }, 'INCOMPLET', 2],
    ['INCOMPLET when two plays disagree', { plays: [...plays(REFUTED), BOTH] }, 'INCOMPLET', 2],
    [
      'INCOMPLET when it was killed, even after the last scenario',
      { plays: [BOTH], run: { killed: true } },
      'INCOMPLET',
      2,
    ],
    [
      'ERREUR DU BANC when the runner failed for no reason it tells',
      { plays: [BOTH], run: { success: false } },
      'ERREUR DU BANC',
      3,
    ],
    [
      'ERREUR DU BANC when the pre-flight failed, whatever was found',
      { plays: plays(REFUTED), preflightFailure: 'hors ligne' },
      'ERREUR DU BANC',
      3,
    ],
    [
      'ERREUR DU BANC when the portal or its mailbox went away on the way, whatever was found',
      {
        plays: plays(
          REFUTED,
          failingIn('Action', { kind: 'harness', sentence: 'Série arrêtée.', lost: true }),
        ),
      },
      'ERREUR DU BANC',
      3,
    ],
    ['INCOMPLET when nothing was played at all', { plays: [] }, 'INCOMPLET', 2],
    [
      'INCOMPLET when no requirement has the level',
      { plays: [BOTH], levels: ['accessible'] },
      'INCOMPLET',
      2,
    ],
    [
      'INCOMPLET when the target lacks it all',
      {
        plays: [[]],
        requirements: [requirement('EX-2.05', { conditions: ['si-captcha'] })],
        target: { ...TARGET, lacks: ['captcha'] },
      },
      'INCOMPLET',
      2,
    ],
  ];
  for (const [title, given, outcome, code] of table) {
    it(title, () => {
      const run = judge(given);
      assert.deepEqual([run.outcome, run.label, run.code], [outcome, outcome, code]);
    });
  }

  it('judged over essentiel and robuste unless told otherwise, and names the other levels', () => {
    const requirements = [
      requirement('EX-1.01'),
      requirement('EX-1.05', { level: 'robuste' }),
      requirement('EX-5.01', { level: 'securite' }),
      requirement('EX-6.01', { level: 'accessible' }),
    ];
    const specs = requirements.map(({ id }) => scenarioOf(id, id === 'EX-5.01' ? REFUTED : PASSED));
    const run = judge({ requirements, plays: [specs] });
    assert.deepEqual(outcomes(run), { 'EX-1.01': 'conforme', 'EX-1.05': 'conforme' });
    assert.deepEqual([run.outcome, run.levelsNotAssessed], ['CONFORME', ['securite', 'accessible']]);
    assert.equal(judge({ requirements, plays: [specs], levels: ['securite'] }).outcome, 'NON CONFORME');
  });

  it('interrupted when there is no play, or one that does not tell its end', () => {
    assert.equal(judge({ plays: [] }).interrupted, true);
    assert.equal(judge({ plays: [BOTH], run: { killed: true } }).interrupted, true);
    assert.equal(judge({ plays: [BOTH] }).interrupted, false);
  });

  it('plain data', () => {
    const run = judge({ plays: plays(REFUTED) });
    assert.equal(
      JSON.parse(JSON.stringify(run)).requirements[0].scenarios[0].sentences[0],
      'Accepté à tort.',
    );
  });

  it('not moved by scenarios that no requirement claims, but names them', () => {
    const run = judge({ plays: [[...BOTH, { name: 'à nous', requirement: 'EX-9.99', steps: REFUTED }]] });
    assert.equal(run.outcome, 'CONFORME');
    assert.deepEqual(run.strays, ['features/1-identification.feature : à nous']);
  });
});

describe('a requirement is', () => {
  const two = { scenarios: ['a', 'b'].map((name, index) => ({ name, examples: 0, line: 3 + index })) };
  const ab = (a: ScenarioSpec['steps'] = PASSED, b: ScenarioSpec['steps'] = PASSED): ScenarioSpec[] => [
    { name: 'a', steps: a, line: 3 },
    { name: 'b', steps: b, line: 4 },
  ];
  const outcomeOf = (specs: ScenarioSpec[], more: Partial<Requirement> = {}, input: Partial<Case> = {}) =>
    judge({ requirements: [requirement('EX-1.01', { ...two, ...more })], plays: [specs], ...input })
      .requirements[0];

  it('the worst of its scenarios', () => {
    assert.equal(outcomeOf(ab(PASSED, REFUTED))?.outcome, 'non conforme');
    assert.equal(outcomeOf(ab(BROKEN, REFUTED))?.outcome, 'non conforme');
    assert.equal(outcomeOf(ab(BROKEN, UNREACHED))?.outcome, 'erreur du banc');
    assert.equal(outcomeOf(ab(UNREACHED))?.outcome, 'non vérifiable');
    assert.equal(outcomeOf(ab())?.outcome, 'conforme');
  });

  it('non jouée when one of its scenarios is missing, renamed or removed', () => {
    assert.equal(outcomeOf(ab().slice(0, 1))?.outcome, 'non jouée');
    assert.equal(outcomeOf([...ab().slice(0, 1), { name: 'b, renommé', line: 4 }])?.outcome, 'non jouée');
    assert.equal(outcomeOf([])?.outcome, 'non jouée');
    assert.equal(outcomeOf([], { scenarios: [] })?.outcome, 'non jouée');
  });

  it('non jouée when a row of an outline is missing', () => {
    const outline = { scenarios: [{ name: 'la ligne <n>', examples: 2, line: 3 }] };
    const row = (n: number): ScenarioSpec => ({
      name: `la ligne ${n}`,
      line: 9 + n,
      outline: { name: 'la ligne <n>', row: n },
    });
    assert.equal(outcomeOf([row(1), row(2)], outline)?.outcome, 'conforme');
    assert.equal(outcomeOf([row(1)], outline)?.outcome, 'non jouée');
    assert.equal(outcomeOf([row(1), row(1)], outline)?.outcome, 'non jouée');
  });

  it('told apart from another scenario of the same name', () => {
    const twins = {
      scenarios: [
        { name: 'a', examples: 0, line: 3 },
        { name: 'a', examples: 0, line: 8 },
      ],
    };
    assert.equal(outcomeOf([{ name: 'a', line: 3 }], twins)?.outcome, 'non jouée');
    assert.equal(
      outcomeOf(
        [
          { name: 'a', line: 3 },
          { name: 'a', line: 8, steps: REFUTED },
        ],
        twins,
      )?.outcome,
      'non conforme',
    );
  });

  it('a réserve when it is advice, which does not change the outcome of the run', () => {
    const advice = { obligation: 'devrait' } as const;
    assert.equal(outcomeOf(ab(PASSED, REFUTED), advice)?.outcome, 'réserve');
    const run = judge({
      requirements: [requirement('EX-1.13', advice)],
      plays: [[scenarioOf('EX-1.13', REFUTED)]],
    });
    assert.deepEqual([run.outcome, run.code], ['CONFORME', 0]);
  });

  it('not hidden behind a réserve when the harness broke or something was not played', () => {
    const advice = { obligation: 'devrait' } as const;
    assert.equal(outcomeOf(ab(BROKEN, REFUTED), advice)?.outcome, 'erreur du banc');
    assert.equal(outcomeOf(ab(REFUTED).slice(0, 1), advice)?.outcome, 'non jouée');
  });

  it('non applicable when the target lacks the thing, whatever was played', () => {
    const target = { ...TARGET, lacks: ['captcha'], reasons: { captcha: 'preuve de travail' } };
    const conditional = { conditions: ['si-insee', 'si-captcha'] };
    const waived = outcomeOf(ab(REFUTED), conditional, { target });
    assert.deepEqual([waived?.outcome, waived?.reason], ['non applicable', 'preuve de travail']);
    assert.equal(outcomeOf(ab(REFUTED), conditional)?.outcome, 'non conforme');
    assert.equal(outcomeOf(ab(REFUTED), {}, { target })?.outcome, 'non conforme');
  });

  it('judged in each project apart: a difference between them is not an instability', () => {
    const inProject = (name: string, spec: ScenarioSpec) => ({
      ...spec,
      uri: `[${name}]:features/1.feature`,
    });
    const specs = [
      ...ab().map((spec) => inProject('mobile', spec)),
      ...ab(REFUTED).map((spec) => inProject('bureau', spec)),
    ];
    assert.equal(outcomeOf(specs)?.outcome, 'non conforme');
  });

  it('instable when two plays of a scenario disagree, and only then', () => {
    const again = (second: ScenarioSpec[]) =>
      judge({ requirements: [requirement('EX-1.01', two)], plays: [ab(PASSED, REFUTED), second] })
        .requirements[0]?.outcome;
    assert.equal(again(ab().slice(1)), 'instable');
    assert.equal(again(ab(PASSED, REFUTED).slice(1)), 'non conforme');
    assert.equal(again([]), 'non conforme');
  });
});

describe('what happened around the plays', () => {
  const requirements = [requirement('EX-1.01')];
  const played = [[scenarioOf('EX-1.01')]];
  const refuted = [[scenarioOf('EX-1.01', REFUTED)]];
  const around = (plays: Case['plays'], more: Partial<Case>) => judge({ requirements, plays, ...more });

  it('makes a run INCOMPLET when the portal changed on the way, but takes nothing from a finding', () => {
    const doubts = ['Le portail a changé.'];
    const run = around(played, { doubts });
    assert.deepEqual([run.outcome, run.code, run.doubts], ['INCOMPLET', 2, doubts]);
    assert.equal(around(refuted, { doubts }).outcome, 'NON CONFORME');
    assert.equal(around(played, {}).outcome, 'CONFORME');
  });

  it('is a harness error when something broke there, but takes nothing from a finding', () => {
    const problems = ['Rien n’a été rangé.'];
    const run = around(played, { problems });
    assert.deepEqual([run.outcome, run.code, run.problems], ['ERREUR DU BANC', 3, problems]);
    assert.equal(around(refuted, { problems }).outcome, 'NON CONFORME');
  });
});

describe('a selection', () => {
  const requirements = [
    requirement('EX-1.01', { scenarios: ['a', 'b'].map((name) => ({ name, examples: 0, line: 3 })) }),
    requirement('EX-1.02'),
  ];
  const some: ScenarioSpec[] = [{ name: 'a' }];
  const part = (specs: ScenarioSpec[], more: Partial<Case> = {}) =>
    judge({ requirements, plays: [specs], partial: true, ...more });

  it('never certifies, but may succeed: only what was played counts', () => {
    const run = part(some);
    assert.deepEqual([run.outcome, run.label, run.code], ['PARTIEL', 'PARTIEL', 0]);
    assert.deepEqual(outcomes(run), { 'EX-1.01': 'conforme' });
  });

  it('fails as a whole run does', () => {
    assert.deepEqual(
      [part([{ name: 'a', steps: REFUTED }]).label, part([{ name: 'a', steps: REFUTED }]).code],
      ['PARTIEL — NON CONFORME', 1],
    );
    assert.equal(part([{ name: 'a', steps: BROKEN }]).code, 3);
    assert.equal(part([{ name: 'a', steps: UNREACHED }]).code, 2);
    assert.equal(part(some, { run: { killed: true } }).code, 2);
  });

  it('proves nothing when it selects nothing', () => assert.equal(part([]).code, 2));

  it('counts what it named and did not play', () => {
    const selection = ['EX-1.01'];
    const run = part(some, { selection });
    assert.deepEqual([outcomes(run), run.code], [{ 'EX-1.01': 'non jouée' }, 2]);
    assert.equal(part([...some, { name: 'b' }], { selection }).code, 0);
  });
});
