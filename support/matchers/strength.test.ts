import assert from 'node:assert/strict';
import { it } from 'node:test';
import { expectGrowing } from './strength.ts';

const SCALE = ['Faible', 'Moyen', 'Fort'];

function growing(shown: Array<string | undefined>, scale: readonly string[] | undefined = SCALE): () => void {
  return () => expectGrowing({ passwords: shown.map((_, index) => `mot-${index}`), shown }, scale);
}

it('the strength shown grows along the scale, to its last word', () => {
  growing(['faible', 'Moyen', 'FORT'])();
  growing(['Faible', 'Faible', 'Fort'])();
  for (const shown of [
    ['Fort', 'Fort', 'Fort'],
    ['Moyen', 'Faible', 'Fort'],
    ['Faible', 'Moyen', 'Moyen'],
    ['Faible', 'Correct', 'Fort'],
    ['Faible', undefined, 'Fort'],
    ['', 'Moyen', 'Fort'],
  ])
    assert.throws(growing(shown), /échelle déclarée \(Faible, Moyen, Fort\)/, String(shown));
  assert.throws(growing(['Faible', undefined]), /« mot-1 » : aucune complexité n'est affichée/);
});

it('without a scale, it changes and ends with the guide’s word', () => {
  const undeclared =
    (...shown: string[]) =>
    () =>
      expectGrowing({ passwords: shown, shown }, undefined);
  undeclared('Faible', 'Très Satisfaisant')();
  assert.throws(undeclared('Très satisfaisant', 'Très satisfaisant'), /finit à « Très satisfaisant »/);
  assert.throws(undeclared('Faible', 'Fort'), /finit à « Très satisfaisant »/);
  assert.throws(undeclared('Fort'), /au moins deux mots de passe/);
});
