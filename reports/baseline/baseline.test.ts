import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  catalogueOf,
  failingIn,
  finding,
  messagesOf,
  requirement,
  type ScenarioSpec,
  scenarioOf,
  TARGET,
} from '../messages.test-support.ts';
import { playOf } from '../messages.ts';
import { type RunVerdict, type VerdictInput, verdict } from '../verdict.ts';
import { type AgainstBaseline, againstBaseline, baselineOf, type Known } from './baseline.ts';
import { baselineLines } from './baseline-lines.ts';

const REFUTED = failingIn('Outcome', finding('Accepté à tort.'));
const UNVERIFIED = failingIn('Action', { kind: 'means', means: 'horloge', sentence: 'Déclarez « clock ».' });
const BROKEN = failingIn('Action');

function judged(plays: ScenarioSpec[][], more: Partial<VerdictInput> = {}): RunVerdict {
  return verdict({
    catalogue: catalogueOf(
      requirement('EX-1.01'),
      requirement('EX-1.02'),
      requirement('EX-1.13', { obligation: 'devrait' }),
    ),
    target: TARGET,
    plays: plays.map((specs) => playOf(messagesOf(specs))),
    ...more,
  });
}

function run(first: ScenarioSpec['steps'], more: Partial<VerdictInput> = {}, second?: ScenarioSpec['steps']) {
  const rest = [scenarioOf('EX-1.02', second), scenarioOf('EX-1.13')];
  return judged([[scenarioOf('EX-1.01', first), ...rest]], more);
}

const UNSTABLE = judged([
  [scenarioOf('EX-1.01', REFUTED), scenarioOf('EX-1.02'), scenarioOf('EX-1.13')],
  [scenarioOf('EX-1.01')],
]);
const ADVICE = judged([[scenarioOf('EX-1.01'), scenarioOf('EX-1.02'), scenarioOf('EX-1.13', REFUTED)]]);

const TODAY = new Date(2026, 10, 28, 23, 30);

function known(outcome: Known['outcome'] = 'non conforme', until = '2026-12-31', id = 'EX-1.01'): Known {
  return { requirement: id, outcome, owner: 'Équipe portail', until };
}

/** The lists of a comparison that hold something, by the ids they hold. */
function told(against: AgainstBaseline): Record<string, string[]> {
  const { remaining, unknown, changed, healed, ended, unassessed, obstacles } = against;
  const ids = {
    remaining: remaining.map((each) => each.known.requirement),
    unknown: unknown.map((each) => each.requirement.id),
    changed: changed.map((each) => `${each.known.requirement} ${each.now}`),
    healed: healed.map((each) => each.requirement),
    ended: ended.map((each) => each.known.requirement),
    unassessed: unassessed.map((each) => each.requirement),
    obstacles: obstacles.map(String),
  };
  return Object.fromEntries(Object.entries(ids).filter(([, list]) => list.length > 0));
}

describe('a run against a baseline', () => {
  const table: [string, RunVerdict, Known[], number, Record<string, string[]>][] = [
    ['holds when all is green and nothing is listed', run(undefined), [], 0, {}],
    ['holds when only what is listed remains', run(REFUTED), [known()], 0, { remaining: ['EX-1.01'] }],
    [
      'holds on the last day, included',
      run(REFUTED),
      [known('non conforme', '2026-11-28')],
      0,
      { remaining: ['EX-1.01'] },
    ],
    [
      'breaks the day after, even though nothing else has changed',
      run(REFUTED),
      [known('non conforme', '2026-11-27')],
      1,
      { remaining: ['EX-1.01'], ended: ['EX-1.01'] },
    ],
    ['breaks on a new one', run(REFUTED), [], 1, { unknown: ['EX-1.01'] }],
    [
      'breaks on a new one beside a listed one',
      run(REFUTED, {}, REFUTED),
      [known()],
      1,
      { remaining: ['EX-1.01'], unknown: ['EX-1.02'] },
    ],
    [
      'breaks with 2 on a healed one, the verdict being green',
      run(undefined),
      [known()],
      2,
      { healed: ['EX-1.01'] },
    ],
    [
      'breaks with the verdict’s own code on a healed one',
      run(undefined, {}, REFUTED),
      [known(), known('non conforme', '2026-12-31', 'EX-1.02')],
      1,
      { healed: ['EX-1.01'], remaining: ['EX-1.02'] },
    ],
    [
      'says once what is both healed and past its day',
      run(undefined),
      [known('non conforme', '2026-01-01')],
      2,
      { healed: ['EX-1.01'] },
    ],
    [
      'breaks when what could not be verified is refuted',
      run(REFUTED),
      [known('non vérifiable')],
      1,
      { changed: ['EX-1.01 non conforme'] },
    ],
    [
      'breaks when what was refuted can no longer be verified',
      run(UNVERIFIED),
      [known()],
      2,
      { changed: ['EX-1.01 non vérifiable'] },
    ],
    [
      'holds on what can’t be verified',
      run(UNVERIFIED),
      [known('non vérifiable')],
      0,
      { remaining: ['EX-1.01'] },
    ],
    ['holds on what is unstable', UNSTABLE, [known('instable')], 0, { remaining: ['EX-1.01'] }],
    [
      'holds when what is unstable goes well once',
      run(undefined),
      [known('instable')],
      0,
      { remaining: ['EX-1.01'] },
    ],
    [
      'breaks when what was unstable fails each time',
      run(REFUTED),
      [known('instable')],
      1,
      { changed: ['EX-1.01 non conforme'] },
    ],
    ['holds on advice that is not followed, listed or not', ADVICE, [], 0, {}],
    [
      'takes a listed advice for healed: nothing has to excuse it',
      ADVICE,
      [known('non conforme', '2026-12-31', 'EX-1.13')],
      2,
      { healed: ['EX-1.13'] },
    ],
    [
      'never excuses a harness that broke, which is not known beforehand',
      run(BROKEN),
      [known()],
      3,
      { changed: ['EX-1.01 erreur du banc'] },
    ],
    [
      'never excuses a run cut short, or one in doubt',
      run(REFUTED, { doubts: ['Le portail a changé de version.'] }),
      [known()],
      1,
      { remaining: ['EX-1.01'], obstacles: ['Le portail a changé de version.'] },
    ],
    [
      'leaves aside what a selection does not assess',
      run(undefined, { partial: true, selection: ['EX-1.02'] }),
      [known()],
      0,
      { unassessed: ['EX-1.01'] },
    ],
    [
      'breaks on an end date passed, were the rule not assessed',
      run(undefined, { partial: true, selection: ['EX-1.02'] }),
      [known('non conforme', '2026-11-01')],
      2,
      { unassessed: ['EX-1.01'], ended: ['EX-1.01'] },
    ],
  ];
  for (const [what, judgedRun, entries, code, lists] of table)
    it(what, () => {
      const before = structuredClone(judgedRun);
      const against = againstBaseline(judgedRun, entries, TODAY);
      assert.deepEqual(told(against), lists);
      assert.equal(against.code, code);
      assert.equal(against.holds, code === 0);
      assert.deepEqual(judgedRun, before, 'the verdict does not change');
    });
});

describe('a first baseline', () => {
  it('lists what says something of the portal, with its outcome, and then holds', () => {
    const judgedRun = run(REFUTED, {}, UNVERIFIED);
    const entries = baselineOf(judgedRun, { owner: 'Équipe portail', until: '2026-12-31' });
    assert.deepEqual(entries, [known(), known('non vérifiable', '2026-12-31', 'EX-1.02')]);
    assert.equal(againstBaseline(judgedRun, entries, TODAY).code, 0);
  });

  it('leaves out a harness that broke, and advice', () => {
    assert.deepEqual(baselineOf(run(BROKEN), { owner: 'x', until: '2026-12-31' }), []);
    assert.deepEqual(baselineOf(ADVICE, { owner: 'x', until: '2026-12-31' }), []);
  });
});

describe('what is said of it', () => {
  const text = (judgedRun: RunVerdict, entries: Known[]): string =>
    baselineLines('reference.json', againstBaseline(judgedRun, entries, TODAY))
      .join('\n')
      .replaceAll('\u00a0', ' ');

  it('names owner, last day and days left of what remains', () => {
    assert.match(
      text(run(REFUTED), [known()]),
      /RÉFÉRENCE CONNUE : tenue, 1 exigence connue et rien d’autre/,
    );
    assert.match(
      text(run(REFUTED), [{ ...known(), why: 'PORTAIL-142' }]),
      /EX-1\.01 \(non conforme\) — Équipe portail, jusqu’au 31\/12\/2026, dans 33 jours — PORTAIL-142/,
    );
  });

  it('says what to do of each thing that breaks it', () => {
    const broken = text(run(REFUTED, {}, UNVERIFIED), [known('non conforme', '2026-11-26')]);
    assert.match(broken, /RÉFÉRENCE CONNUE : rompue \(reference\.json\)\. Code de sortie : 1\./);
    assert.match(broken, /Échue : à guérir, ou à redater.*\n +EX-1\.01 .* depuis 2 jours/);
    assert.match(broken, /Nouvelle, absente de la référence :\n +EX-1\.02 \(non vérifiable\)/);
    assert.match(text(run(undefined), [known()]), /Guérie, à retirer du fichier :\n +EX-1\.01/);
  });
});
