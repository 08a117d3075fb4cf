import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { count, printed, typeset, wrap } from './typography.ts';

describe('what people read', () => {
  it('has no-break spaces where French wants them, and nowhere in addresses', () => {
    assert.equal(
      typeset('Attendu : « refus » ; http://a.test:80'),
      'Attendu\u00a0: «\u00a0refus\u00a0»\u00a0; http://a.test:80',
    );
  });

  it('is wrapped at the width, margin included, and never at a no-break space', () => {
    assert.deepEqual(wrap('abc def ghi', { indent: 2, width: 9 }), ['  abc def', '  ghi']);
    assert.deepEqual(wrap('abc def ghi', { indent: 2, width: 8 }), ['  abc', '  def', '  ghi']);
    assert.deepEqual(wrap('ab « cd »', { width: 6 }), ['ab', '«\u00a0cd\u00a0»']);
    assert.deepEqual(wrap('un\ndeux'), ['un', 'deux']);
  });

  it('has typographic apostrophes when printed, save in what a portal was given', () => {
    assert.equal(
      printed("L'adresse qu'il a, jusqu'à « l'un » : o'neil@d'arc.test, Abc'1"),
      "L’adresse qu’il a, jusqu’à «\u00a0l’un\u00a0»\u00a0: o'neil@d'arc.test, Abc'1",
    );
  });

  it('counts in French', () => {
    assert.deepEqual(
      [count(0, 'cas', 'cas'), count(1, 'exigence'), count(2, 'exigence')],
      ['0 cas', '1 exigence', '2 exigences'],
    );
  });
});
