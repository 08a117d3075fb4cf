import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { entriesOf } from './coverage.ts';
import { inProject } from './root.ts';

describe('entriesOf', () => {
  it('reads id, tags and sentence, the public-fact mark left out', () => {
    const page =
      '| id | level | rule |\n|---|---|---|\n| EX-1.08 | essentiel° si-insee | Un SIRET inconnu est refusé |';
    const tags = ['essentiel', 'si-insee'];
    assert.deepEqual(entriesOf(page), [{ id: 'EX-1.08', tags, sentence: 'Un SIRET inconnu est refusé' }]);
  });

  it('reads the tables whose section gives the level', () => {
    const [entry] = entriesOf('| EX-5.01 | Aucun mot de passe ne figure dans une adresse |');
    assert.deepEqual(entry, {
      id: 'EX-5.01',
      tags: [],
      sentence: 'Aucun mot de passe ne figure dans une adresse',
    });
  });

  it('finds every requirement of the page, each once', () => {
    const ids = entriesOf(readFileSync(inProject('docs/exigences.md'), 'utf8')).map(({ id }) => id);
    assert.equal(new Set(ids).size, ids.length);
    assert.equal(ids.filter((id) => /^EX-[1-4]/.test(id)).length, 66);
  });
});
