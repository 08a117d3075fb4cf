import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Requirement } from '../../reports/catalogue.ts';
import { planOf } from './plan.ts';
import { population, selected } from './selection.ts';

function requirement(id: string, ...names: string[]): Requirement {
  return {
    id,
    sentence: id,
    feature: 'features/f.feature',
    step: 1,
    level: 'essentiel',
    obligation: 'exige',
    conditions: [],
    scenarios: names.map((name, rank) => ({ name, examples: 0, line: 10 + rank })),
    digest: '',
  };
}

const RULES = [requirement('EX-1.01', 'un', 'deux', 'trois'), requirement('EX-1.02', 'quatre')];
const names = (plan: ReturnType<typeof planOf>) => plan.map(({ name }) => name);
const DEFECT = { id: 'd', sentence: 'D.', breaks: 'EX-1.01' };

describe('planOf', () => {
  it('plays the scenarios of the broken requirement, the one that caught it last first', () => {
    assert.deepEqual(names(planOf(RULES, DEFECT, 'quick')), ['un', 'deux', 'trois']);
    assert.deepEqual(names(planOf(RULES, DEFECT, 'quick', 'deux')), ['deux', 'un', 'trois']);
    assert.deepEqual(names(planOf(RULES, DEFECT, 'quick', 'renommé depuis')), ['un', 'deux', 'trois']);
  });

  it('plays the whole suite in a full campaign, and where no requirement is broken', () => {
    const all = ['un', 'deux', 'trois', 'quatre'];
    assert.deepEqual(names(planOf(RULES, DEFECT, 'full', 'deux')), all);
    assert.deepEqual(names(planOf(RULES, { id: 's', sentence: 'S.' }, 'full')), all);
  });

  it('plays, of the levels asked for by name, only that of the broken requirement', () => {
    const named = { ...requirement('EX-5.01', 'cinq'), level: 'securite' as const };
    const other = { ...requirement('EX-6.01', 'six'), level: 'accessible' as const };
    const rules = [...RULES, named, other];
    assert.deepEqual(names(planOf(rules, DEFECT, 'full')), ['un', 'deux', 'trois', 'quatre']);
    const broken = { ...DEFECT, breaks: 'EX-5.01' };
    assert.deepEqual(names(planOf(rules, broken, 'full')), ['un', 'deux', 'trois', 'quatre', 'cinq']);
    assert.equal(planOf(rules, { id: 's', sentence: 'S.' }, 'full').length, 6);
  });

  it('finds a scenario by its place', () => {
    assert.equal(planOf(RULES, DEFECT, 'quick')[1]?.place, 'features/f.feature:11');
  });
});

describe('population', () => {
  const rules = [...RULES, { ...requirement('EX-5.01', 'cinq'), level: 'securite' as const }];
  const equivalent = { id: 'q', sentence: 'Q.', breaks: '', equivalent: 'Rien ne le montre.' };
  const subjects = [
    DEFECT,
    { ...DEFECT, id: 'e', breaks: 'EX-5.01' },
    { id: 's', sentence: 'S.' },
    equivalent,
  ];
  const ids = (...given: [mode: 'quick' | 'full', levels?: readonly 'securite'[]]) =>
    population(subjects, rules, ...given).map(({ id }) => id);

  it('is all of them in a quick campaign, and those of the levels of a run in a full one; an equivalent is of all', () => {
    assert.deepEqual(ids('quick'), ['d', 'e', 's', 'q']);
    assert.deepEqual(ids('full'), ['d', 's', 'q']);
  });

  it('is those of the levels asked for', () => {
    for (const mode of ['quick', 'full'] as const) assert.deepEqual(ids(mode, ['securite']), ['e', 's', 'q']);
  });
});

describe('selected', () => {
  const subjects = ['a', 'b', 'c', 'd', 'e'].map((id) => ({ id, sentence: id }));
  const ids = (selection: Parameters<typeof selected>[1]) =>
    selected(subjects, selection).map(({ id }) => id);

  it('takes all, one, or a part; the parts make the whole', () => {
    assert.equal(ids({}).length, 5);
    assert.deepEqual(ids({ only: 'c' }), ['c']);
    assert.deepEqual([...ids({ shard: '1/2' }), ...ids({ shard: '2/2' })].sort(), ['a', 'b', 'c', 'd', 'e']);
  });

  it('refuses a name it does not know, a part that is none, and a campaign over nothing', () => {
    assert.throws(() => ids({ only: 'z' }), /Inconnu de cette campagne : « z »/);
    for (const shard of ['0/2', '3/2', '1', 'a/b']) assert.throws(() => ids({ shard }), /--shard/);
    assert.throws(() => selected([], {}), /rien à juger/);
  });
});
