import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { entriesOf, flawsOf } from './coverage.ts';
import { inProject } from './root.ts';

describe('entriesOf', () => {
  it('reads id, tags and sentence, the public-fact mark left out', () => {
    const page =
      '| id | level | rule |\n|---|---|---|\n| EX-1.08 | essentiel° si-insee | Un SIRET inconnu est refusé |';
    const tags = ['essentiel', 'si-insee'];
    assert.deepEqual(entriesOf(page), [{ id: 'EX-1.08', tags, sentence: 'Un SIRET inconnu est refusé' }]);
  });

  it('finds every requirement of the page, each once', () => {
    const ids = entriesOf(readFileSync(inProject('docs/exigences.md'), 'utf8')).map(({ id }) => id);
    assert.equal(new Set(ids).size, ids.length);
    assert.equal(ids.filter((id) => /^EX-[1-4]/.test(id)).length, 66);
  });
});

describe('flawsOf', () => {
  const entry = { id: 'EX-1.08', tags: ['essentiel', 'si-insee'], sentence: 'Un SIRET inconnu est refusé' };
  const rule = { level: 'essentiel' as const, obligation: 'exige' as const, conditions: ['si-insee'] };

  it('finds nothing where the rule is tagged as the page says', () => {
    assert.deepEqual(flawsOf(entry, rule), []);
  });

  it('tells a requirement without a rule, a tag that is missing, one that is added', () => {
    assert.deepEqual(flawsOf(entry, undefined), [
      "EX-1.08 n'a aucun scénario : « Un SIRET inconnu est refusé »",
    ]);
    assert.deepEqual(flawsOf(entry, { ...rule, conditions: [] }), ['EX-1.08 devrait porter @si-insee']);
    assert.deepEqual(flawsOf(entry, { ...rule, obligation: 'devrait' }), [
      'EX-1.08 porte @devrait, que docs/exigences.md ne dit pas',
    ]);
  });
});
