import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { CONFIDENCES, type Confidence, Confidences, looksDrawn } from './confidences.ts';

function told(t: TestContext, tell: (confidences: Confidences) => void): Confidence[] {
  const folder = mkdtempSync(join(tmpdir(), 'diapason-essai-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'told.ndjson');
  tell(new Confidences({ [CONFIDENCES]: file }));
  const lines = existsSync(file) ? readFileSync(file, 'utf8').trimEnd().split('\n') : [];
  return lines.map((line) => JSON.parse(line));
}

describe('what a scenario tells the run alone', () => {
  it('is named by its rank among its kind and its length in characters, once', (t) => {
    const names = told(t, (confidences) => {
      confidences.tell('mot de passe', 'Kévapront7!');
      confidences.tell('code', '482109');
      confidences.tell('mot de passe', 'Kévapront7!x');
      confidences.tell('mot de passe', 'Kévapront7!');
      confidences.tell('mot de passe', '');
    }).map(({ name }) => name);
    assert.deepEqual(names, [
      'mot de passe-1, 11 caractères',
      'code-1, 6 caractères',
      'mot de passe-2, 12 caractères',
    ]);
  });

  it('is told to nobody where nobody listens', () => new Confidences({}).tell('jeton', 'abc'));

  it('has one name in all its spellings', (t) => {
    const all = told(t, (confidences) => {
      confidences.tell('code', '4821093756', '48210 93756');
      confidences.tell('code', '48210 93756');
    });
    assert.deepEqual(
      all.map(({ value, name }) => [value, name]),
      [
        ['4821093756', 'code-1, 10 caractères'],
        ['48210 93756', 'code-1, 10 caractères'],
      ],
    );
  });

  const links: [string, string, string[]][] = [
    ['a token', 'https://p.test/activation?jeton=h4E2tOHSmgxvTYY', ['h4E2tOHSmgxvTYY']],
    ['a token in the path', 'https://p.test/activer/3f2504e0-4f89-11d3-9a0c/', ['3f2504e0-4f89-11d3-9a0c']],
    ['a token of letters alone', 'https://p.test/activer?t=abcdefghijklmnop', ['abcdefghijklmnop']],
    ['a token in the fragment', 'https://p.test/#/activer/h4E2tOHSmgxvTYY', ['h4E2tOHSmgxvTYY']],
    ['an identifier beside it', 'https://p.test/a?id=9f86d081&t=h4E2tOHSmgx', ['9f86d081', 'h4E2tOHSmgx']],
    [
      'no address and no SIRET',
      'https://p.test/a?m=jean%40acme.test&s=73282932000074&t=h4E2tOHSmgx',
      ['h4E2tOHSmgx'],
    ],
    [
      'no word of it',
      'https://p.test/fr-2024/activation-de-compte?activationToken=h4E2tOHSmgx',
      ['h4E2tOHSmgx'],
    ],
    ['nothing, when its token is taken away', 'https://p.test/activation?jeton=', []],
  ];
  for (const [what, link, tokens] of links)
    it(`is, of a link, ${what}`, (t) =>
      assert.deepEqual(
        told(t, (confidences) => confidences.tellLink(link)).map(({ value }) => value),
        tokens,
      ));

  it('looks drawn, or is a word', () => {
    assert.deepEqual(['activation', 'fr-FR', 'abc1', 'AbC'].map(looksDrawn), [false, true, true, true]);
  });
});
