import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ariaNodes } from './aria-tree.ts';

describe('the things of an accessibility snapshot', () => {
  it('have a role, a name and states', () => {
    assert.deepEqual(ariaNodes('- switch "Engagements" [checked]\n- checkbox "J\\"accepte" [disabled]: x'), [
      { role: 'switch', name: 'Engagements', states: ['checked'], groups: [] },
      { role: 'checkbox', name: 'J"accepte', states: ['disabled'], groups: [] },
    ]);
  });

  it('know the groups around them, and only those', () => {
    const nodes = ariaNodes(`- group "Engagements":
  - radio "OUI" [checked]
  - radio "NON"
- row "Suivi des flux":
  - button "OUI" [pressed=mixed]`);
    assert.deepEqual(
      nodes
        .filter(({ role }) => role !== 'row' && role !== 'group')
        .map(({ name, groups, states }) => [name, groups, states]),
      [
        ['OUI', ['Engagements'], ['checked']],
        ['NON', ['Engagements'], []],
        ['OUI', [], ['pressed=mixed']],
      ],
    );
  });

  it('are read in quoted keys too', () => {
    const [node] = ariaNodes("- 'switch \"Espace : l''un\" [checked]'");
    assert.deepEqual(node, { role: 'switch', name: "Espace : l'un", states: ['checked'], groups: [] });
  });
});
