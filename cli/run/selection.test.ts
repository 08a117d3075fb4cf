import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { catalogueOf, requirement } from '../../reports/messages.test-support.ts';
import { HarnessSetupError } from '../../support/setup-error.ts';
import type { RunOptions } from './options.ts';
import { selectionOf } from './selection.ts';

const CATALOGUE = catalogueOf(
  requirement('EX-1.01'),
  requirement('EX-1.05', { level: 'robuste' }),
  requirement('EX-5.03', { level: 'securite' }),
);

const selected = (options: RunOptions, notGreen: string[] = []) => {
  const { requirements, ...rest } = selectionOf(options, CATALOGUE, () => ({ notGreen }));
  return { ...rest, requirements: requirements.map(({ id }) => id) };
};

describe('what a run plays', () => {
  it('is the two first levels where nothing is asked, and certifies', () => {
    assert.deepEqual(selected({}), {
      levels: ['essentiel', 'robuste'],
      requirements: ['EX-1.01', 'EX-1.05'],
      partial: false,
      args: ['--grep', '@essentiel\\b|@robuste\\b'],
    });
  });

  it('is the levels asked for; all of them need no filter', () => {
    assert.deepEqual(selected({ level: ['securite'] }).args, ['--grep', '@securite\\b']);
    const all = selected({ level: ['essentiel', 'robuste', 'securite'] });
    assert.deepEqual([all.args, all.partial], [[], false]);
  });

  it('is the requirements asked for, judged on their own levels, and does not certify', () => {
    assert.deepEqual(selected({ requirement: ['EX-5.03', 'EX-1.01'] }), {
      levels: ['essentiel', 'securite'],
      ids: ['EX-5.03', 'EX-1.01'],
      requirements: ['EX-5.03', 'EX-1.01'],
      partial: true,
      args: ['--grep', '@EX-5.03\\b|@EX-1.01\\b'],
    });
  });

  it('is what was not green the last time', () => {
    const { ids, partial } = selected({ lastFailed: true }, ['EX-1.05']);
    assert.deepEqual([ids, partial], [['EX-1.05'], true]);
  });

  it('may be one part among several', () => {
    const { args, partial } = selected({ shard: '2/3' });
    assert.deepEqual([args.at(-1), partial], ['--shard=2/3', true]);
  });

  const refused: [RunOptions, RegExp, RegExp][] = [
    [{ requirement: ['EX-1.1'] }, /« EX-1\.1 » n'est pas au catalogue/, /Vouliez-vous dire EX-1\.01 \?/],
    [{ requirement: ['mot de passe'] }, /n'est pas au catalogue/, /docs\/exigences\.md/],
    [{ level: ['robust'] }, /« robust » n'est pas un niveau/, /Vouliez-vous dire « robuste » \?/],
    [{ level: ['tout'] }, /n'est pas un niveau/, /essentiel, robuste, securite, accessible/],
    [{ requirement: ['EX-5.03'], level: ['robuste'] }, /du niveau « securite »/, /ajoutez-y securite/],
    [{ shard: '0/2' }, /n'est pas une tranche/, /--shard 1\/3/],
  ];
  for (const [options, message, remedy] of refused)
    it(`refuses ${JSON.stringify(options)}`, () => {
      assert.throws(
        () => selected(options),
        (error) =>
          error instanceof HarnessSetupError && message.test(error.message) && remedy.test(error.remedy),
      );
    });
});
