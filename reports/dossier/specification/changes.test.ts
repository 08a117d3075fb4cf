import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { catalogueOf, requirement } from '../../messages.test-support.ts';
import { type Change, changesBetween, type Version } from './changes.ts';
import { changesSection } from './changes-section.ts';

/** A rule's body, as it stands in a feature. */
interface Written {
  readonly tags?: string;
  readonly sentence: string;
  readonly body?: string;
}

function feature(...rules: Written[]) {
  const written = rules.map(
    ({ tags = '@EX-1.01 @essentiel', sentence, body = 'Quand il vient' }) =>
      `  ${tags}\n  Règle: ${sentence}\n    Guide, étape 1.\n    Scénario: Un\n      ${body}\n`,
  );
  return [{ path: 'features/1.feature', text: `# language: fr\nFonctionnalité: 1\n${written.join('\n')}` }];
}

const FIRST: Version = {
  catalogue: catalogueOf(
    requirement('EX-1.01', { sentence: 'Le SIRET est demandé', digest: 'a' }),
    requirement('EX-1.02', { digest: 'same' }),
    requirement('EX-1.03'),
  ),
  features: feature({ sentence: 'Le SIRET est demandé' }),
};

/** The first version, its first rule replaced, `EX-1.03` gone and `EX-1.04` come. */
function later(more: Partial<Parameters<typeof requirement>[1]>, features: Version['features']): Version {
  const changed = requirement('EX-1.01', { sentence: 'Le SIRET est demandé', digest: 'b', ...more });
  return {
    catalogue: catalogueOf(changed, requirement('EX-1.02', { digest: 'same' }), requirement('EX-1.04')),
    features,
  };
}

function first(version: Version): Change {
  return changesBetween(FIRST, version)[0] ?? assert.fail('no change');
}

/** What a reader sees, the words taken out and put in being marked. */
function seen(change: Change): string {
  const { text } = changesSection([change], 'la version 1');
  return text
    .replaceAll(/<\/?del>/g, '~')
    .replaceAll(/<\/?ins>/g, '+')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/[\s\u00a0]+/g, ' ');
}

describe('what changed since a version', () => {
  it('is each rule added, taken away or modified, and no other', () => {
    assert.deepEqual(
      changesBetween(FIRST, later({}, [])).map(({ id, kind }) => [id, kind]),
      [
        ['EX-1.01', 'modifiée'],
        ['EX-1.03', 'retirée'],
        ['EX-1.04', 'ajoutée'],
      ],
    );
    assert.deepEqual(changesBetween(FIRST, FIRST), []);
    assert.match(
      changesSection([], 'la version 1').text,
      /Rien : les règles sont les mêmes|Rien\u00a0: les règles/,
    );
  });

  it('is told word by word for a sentence', () => {
    const sentence = 'Le SIRET est exigé';
    const said = seen(first(later({ sentence }, feature({ sentence }))));
    assert.match(
      said,
      /EX-1\.01 Énoncé modifié Le SIRET est ~demandé~ \+exigé\+|Le SIRET est ~demandé~\+exigé\+/,
    );
    assert.doesNotMatch(said, /Le texte de la règle/);
  });

  it('is told word by word for what stands below, whatever the width of a table', () => {
    const body = 'Quand il revient';
    const change = first(later({}, feature({ sentence: 'Le SIRET est demandé', body })));
    assert.match(seen(change), /Le texte de la règle, mot à mot.*Quand il ~vient~\+revient\+/);
    const narrow = feature({ sentence: 'S', body: 'Quand on lit :\n | a |\n | bb |' });
    const wide = feature({ sentence: 'S', body: 'Quand on lit :\n | a   |\n | bb  |' });
    const [reset] = changesBetween({ ...FIRST, features: narrow }, later({}, wide));
    assert.deepEqual([reset?.body, reset?.elsewhere], [undefined, 'forme']);
    const same = later({}, feature({ sentence: 'S', tags: '@EX-1.01 @essentiel @seul' }));
    assert.equal(
      changesBetween({ ...FIRST, features: feature({ sentence: 'S' }) }, same)[0]?.elsewhere,
      'forme',
    );
  });

  it('is told for level, obligation and conditions, each only where it changed', () => {
    const more = { level: 'robuste', conditions: ['si-insee'] } as const;
    const change = first(later({ ...more, conditions: ['si-insee'] }, FIRST.features));
    assert.match(
      seen(change),
      /Niveau : ~essentiel~ → \+robuste\+ Conditions : ~aucune~ → \+si le portail interroge l’INSEE\+/,
    );
    assert.doesNotMatch(seen(change), /Obligation/);
    assert.match(seen(first(later({ obligation: 'devrait' }, FIRST.features))), /~exigée~ → \+conseillée\+/);
  });

  it('is said to be elsewhere when nothing at hand shows it', () => {
    assert.match(seen(first(later({}, []))), /l’ancien texte n’est pas à portée/);
    assert.match(seen(first(later({}, FIRST.features))), /contexte commun de sa fonctionnalité a changé/);
  });
});
