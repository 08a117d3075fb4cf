import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { RequirementOutcome } from '../requirement-verdict.ts';
import { powerCitation } from './citation.ts';
import { outOfDate, shortfalls } from './comparison.ts';
import { catalogueOf, diagnosis } from './diagnosis.test-support.ts';
import type { Mode } from './diagnosis.ts';
import { type Recorded, recordedOf, renewed } from './record.ts';

const RULES = catalogueOf(['EX-1.01'], ['EX-1.02']);

/** What a campaign over defects of EX-1.01 measures, from what that rule says of each. */
function measured(
  said: Readonly<Record<string, RequirementOutcome>>,
  { catalogue = RULES, mode = 'quick' as Mode, breaks = 'EX-1.01' } = {},
): Recorded {
  const diagnoses = Object.entries(said).map(([id, outcome]) =>
    diagnosis({ id, breaks }, { [breaks]: outcome }, { caughtBy: 'Un scénario' }),
  );
  return recordedOf('defects', mode, catalogue, diagnoses);
}

function compared(recorded: Recorded | undefined, now: Recorded, partial = false): string[] {
  return shortfalls({ kind: 'defects', mode: 'quick', recorded, measured: now, partial });
}

const BOTH = measured({ a: 'non conforme', b: 'non conforme' });

describe('shortfalls', () => {
  it('finds none where everything holds', () => assert.deepEqual(compared(BOTH, BOTH), []));

  it('names the defect that is no longer caught, in a part of a campaign too', () => {
    const now = measured({ a: 'non conforme', b: 'erreur du banc' });
    assert.deepEqual(compared(BOTH, now), ['La puissance baisse : b était jugé par « Un scénario ».']);
    assert.deepEqual(compared(BOTH, measured({ b: 'conforme' }), true), compared(BOTH, now));
  });

  it('names the defects without a figure, and the figures without a defect', () => {
    assert.deepEqual(compared(BOTH, measured({ a: 'non conforme', c: 'non conforme' })), [
      'Sans chiffre enregistré, parmi les défauts : c.',
      'Enregistrés, mais disparus des défauts : b.',
    ]);
    assert.deepEqual(compared(BOTH, measured({ a: 'non conforme' }), true), []);
  });

  it('says that figures are of other rules, or of other defects under the same names', () => {
    const catalogue = catalogueOf(['EX-1.01'], ['EX-1.02', 'réécrite']);
    const said = { a: 'non conforme', b: 'non conforme' } as const;
    assert.match(compared(BOTH, measured(said, { catalogue })).join(), /une autre version des règles/);
    assert.match(compared(BOTH, measured(said, { breaks: 'EX-1.02' })).join(), /ce que cassent les défauts/);
  });

  it('says that nothing is recorded', () => {
    assert.match(compared(undefined, BOTH).join(), /Aucun chiffre n'est enregistré/);
    assert.deepEqual(compared(undefined, BOTH, true), []);
  });

  it('says that the precision is lower', () => {
    const full = (other: RequirementOutcome) =>
      recordedOf('defects', 'full', RULES, [
        diagnosis({ id: 'a', breaks: 'EX-1.01' }, { 'EX-1.01': 'non conforme', 'EX-1.02': other }),
      ]);
    const input = { kind: 'defects', mode: 'full', partial: false } as const;
    const reasons = shortfalls({ ...input, recorded: full('conforme'), measured: full('non conforme') });
    assert.deepEqual(reasons, ['La précision baisse : 50 %, après 100 %.']);
  });
});

describe('outOfDate', () => {
  it('names the campaigns whose figures are of other rules', () => {
    const others = measured({ a: 'non conforme' }, { catalogue: catalogueOf(['EX-1.01', 'autre']) });
    const record = {
      defects: { quick: BOTH, full: others },
      blind: { quick: others },
      variants: { full: BOTH },
    };
    assert.deepEqual(outOfDate(record, BOTH.rules), [
      'npm run power -- --full --record',
      'npm run power -- --blind --record',
    ]);
    assert.deepEqual(outOfDate({}, BOTH.rules), []);
  });
});

describe('renewed', () => {
  it('keeps the other campaigns, and gives the same text for the same figures', () => {
    const before = { blind: { quick: BOTH } };
    const text = renewed(before, 'defects', 'quick', BOTH);
    assert.deepEqual(JSON.parse(text).blind, JSON.parse(JSON.stringify(before)).blind);
    assert.equal(renewed(JSON.parse(text), 'defects', 'quick', BOTH), text);
    assert.equal(
      renewed(before, 'defects', 'quick', measured({ b: 'non conforme', a: 'non conforme' })),
      text,
    );
  });
});

describe('powerCitation', () => {
  const full = measured({ a: 'non conforme', b: 'conforme' }, { mode: 'full' });

  it('cites the quick figures, or the full ones where they hold for these rules', () => {
    assert.equal(powerCitation({ defects: { quick: BOTH } }, RULES), '2/2 défauts pris (essai rapide)');
    assert.equal(
      powerCitation(
        {
          defects: { quick: BOTH, full },
          variants: { full: { ...full, figures: { ...full.figures, falseAlarms: 0 } } },
        },
        RULES,
      ),
      '1/2 défauts pris (essai complet), précision 100 %, fausses alertes : 0',
    );
  });

  it('cites the quick power where it is over more defects, and says over how many the precision is', () => {
    const fewer = measured({ a: 'non conforme' }, { mode: 'full' });
    const { figures } = fewer;
    const record = {
      defects: { quick: BOTH, full: { ...fewer, figures: { ...figures, total: 1, right: 1 } } },
    };
    assert.equal(
      powerCitation(record, RULES),
      '2/2 défauts pris (essai rapide), précision 100 % (essai complet de 1)',
    );
  });

  it('says that the power is not measured for other rules, or at all', () => {
    const others = catalogueOf(['EX-1.01'], ['EX-1.02'], ['EX-1.03']);
    const none = 'non mesurée pour cette version des règles';
    assert.equal(powerCitation({ defects: { quick: BOTH, full } }, others), none);
    assert.equal(powerCitation({}, RULES), none);
  });
});
