import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { answersOf } from './answers.ts';
import { quoted } from './quoted.ts';

describe('a value in a finding', () => {
  it('stands between quotes', () => assert.equal(quoted('Nantes'), '« Nantes »'));
  it('is said in words when there is nothing to read', () => {
    assert.equal(quoted(''), 'vide');
    assert.match(quoted('  '), /des espaces seulement/);
  });
});

describe('answers to a table', () => {
  const accepted = { outcome: 'accepted' } as const;
  const row = (name: string, typed: string) => ({ row: name, typed, decision: accepted });

  it('are said once for all the rows that had the same', () => {
    const other = { row: 'c', typed: '« 3 »', decision: { outcome: 'refused', signs: ['Non.'] } } as const;
    assert.equal(
      answersOf([row('a', '« 1 »'), row('b', '« 2 »'), other]),
      "accepté, l'étape suivante s'affiche, pour : a, « 1 » ; b, « 2 » / c, « 3 » : refusé, avec « Non. »",
    );
  });

  it('do not say twice a row that is its own value', () => {
    assert.match(
      answersOf([row('Abc1!xy', '« Abc1!xy » (7 caractères)')]),
      /^« Abc1!xy » \(7 caractères\) : accepté/,
    );
  });
});
