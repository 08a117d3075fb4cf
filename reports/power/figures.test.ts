import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { diagnosis } from './diagnosis.test-support.ts';
import { isCaught, isRight } from './diagnosis.ts';
import { figuresOf, percent, precisionOf } from './figures.ts';

const breaks = 'EX-1.01';

describe('isRight', () => {
  it('takes a defect as caught by non conforme, and by réserve for a « devrait »', () => {
    assert.ok(isRight('defects', diagnosis({ breaks }, { [breaks]: 'non conforme' })));
    assert.ok(isRight('defects', diagnosis({ breaks }, { [breaks]: 'réserve' })));
  });

  for (const outcome of ['conforme', 'erreur du banc', 'non vérifiable', 'non jouée', 'instable'] as const)
    it(`never takes ${outcome} for a catch`, () => {
      assert.equal(isRight('defects', diagnosis({ breaks }, { [breaks]: outcome })), false);
    });

  it('never takes the failure of another requirement, nor of a broken process, for a catch', () => {
    assert.equal(isRight('defects', diagnosis({ breaks }, { 'EX-1.02': 'non conforme' })), false);
    const died = diagnosis({ breaks }, { [breaks]: 'non conforme' }, { trouble: 'mort' });
    assert.equal(isRight('defects', died), false);
    assert.equal(isCaught(died), false);
  });

  it('holds that an equivalent defect is accused of nothing', () => {
    const subject = { breaks, equivalent: 'Rien ne change.' };
    assert.ok(isRight('blind', diagnosis(subject, { [breaks]: 'conforme' })));
    assert.equal(isRight('blind', diagnosis(subject, { [breaks]: 'non conforme' })), false);
  });

  it('wants a sentinel refused without blaming the harness, and a variant certified without reserve', () => {
    const said = (verdict: 'CONFORME' | 'NON CONFORME' | 'INCOMPLET' | 'ERREUR DU BANC') =>
      diagnosis({}, {}, { verdict });
    const refused = (['NON CONFORME', 'INCOMPLET', 'CONFORME', 'ERREUR DU BANC'] as const).map((verdict) =>
      isRight('sentinels', said(verdict)),
    );
    assert.deepEqual(refused, [true, true, false, false]);
    assert.equal(isRight('sentinels', { ...said('NON CONFORME'), certified: ['securite'] }), false);
    const sound = { ...diagnosis({ keeps: ['securite'] }), verdict: 'NON CONFORME' as const };
    assert.ok(isRight('sentinels', { ...sound, certified: ['securite'] }));
    assert.equal(isRight('sentinels', { ...sound, certified: ['securite', 'robuste'] }), false);

    assert.ok(isRight('variants', said('CONFORME')));
    assert.equal(isRight('variants', said('INCOMPLET')), false);
    const reserved = diagnosis({}, { [breaks]: 'réserve' }, { verdict: 'CONFORME' });
    assert.equal(isRight('variants', reserved), false);
  });
});

describe('figuresOf', () => {
  const clean = diagnosis({ breaks }, { [breaks]: 'non conforme', 'EX-1.02': 'conforme' });
  const declared = diagnosis(
    { breaks, alsoBreaks: ['EX-1.02'] },
    { [breaks]: 'non conforme', 'EX-1.02': 'non conforme' },
  );
  const blurred = diagnosis({ breaks }, { [breaks]: 'non conforme', 'EX-1.03': 'non conforme' });
  const missed = diagnosis({ breaks }, { [breaks]: 'conforme', 'EX-1.03': 'non conforme' });

  it('counts declared collateral as right, and a diagnosis as exact only without any other', () => {
    const figures = figuresOf('defects', 'full', [clean, declared, blurred, missed]);
    assert.deepEqual(figures, {
      right: 3,
      total: 4,
      equivalents: 0,
      disproved: 0,
      failing: 6,
      rightly: 4,
      exact: 2,
    });
    assert.equal(precisionOf(figures), 4 / 6);
  });

  it('knows nothing of precision from a quick campaign', () => {
    assert.equal(precisionOf(figuresOf('defects', 'quick', [clean])), undefined);
  });

  it('leaves equivalent defects out of the power, and counts those that are caught all the same', () => {
    const equivalent = { breaks, equivalent: 'Rien ne change.' };
    const figures = figuresOf('blind', 'quick', [
      clean,
      diagnosis(equivalent, { [breaks]: 'conforme' }),
      diagnosis(equivalent, { [breaks]: 'non conforme' }),
    ]);
    assert.deepEqual(figures, { right: 1, total: 1, equivalents: 2, disproved: 1 });
  });

  it('counts as false alarms what accuses a conforming variant', () => {
    const alarm = diagnosis({}, { [breaks]: 'non conforme' }, { verdict: 'NON CONFORME' });
    const certified = diagnosis({}, { [breaks]: 'conforme' }, { verdict: 'CONFORME' });
    const { right, total, falseAlarms } = figuresOf('variants', 'full', [alarm, certified]);
    assert.deepEqual({ right, total, falseAlarms }, { right: 1, total: 2, falseAlarms: 1 });
  });
});

describe('percent', () => {
  it('is French, and never rounds up to a perfection that was not reached', () => {
    assert.equal(percent(1), '100 %');
    assert.equal(percent(0.975), '97,5 %');
    assert.equal(percent(0.9999), '99,9 %');
  });
});
