import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { JsonFault, readJson } from './json.ts';

function faultOf(text: string): string {
  try {
    readJson(text);
  } catch (error) {
    assert.ok(error instanceof JsonFault, String(error));
    return `${error.line} : ${error.message}`;
  }
  return assert.fail(`read: ${text}`);
}

describe('readJson', () => {
  it('reads what JSON.parse reads', () => {
    for (const text of [
      '{}',
      ' { "a": [1, -2.5e3, true, false, null, "é\\n\\u00e9\\"\\\\"], "b": { "c": [] } } ',
      '[]',
      '"seul"',
      '0',
    ])
      assert.deepEqual(readJson(text), JSON.parse(text));
  });

  it('takes no notice of a byte order mark', () => assert.deepEqual(readJson('\uFEFF{"a":1}'), { a: 1 }));

  const faults: ReadonlyArray<readonly [string, string]> = [
    ['{\n "a": 1,\n}', '2 : virgule en trop avant « } »'],
    ['["a",]', '1 : virgule en trop avant « ] »'],
    ['{\n "a": 1\n "b": 2 }', '2 : une virgule, ou « } », manque après cette valeur'],
    ['{ "a": [1 2] }', '1 : une virgule, ou « ] », manque après cette valeur'],
    ['{\n\n a: 1 }', '3 : « a » n’est pas une clé : une clé s’écrit entre guillemets droits ("…")'],
    ["{ 'a': 1 }", '1 : une clé s’écrit entre guillemets droits ("…"), et non avec « \' »'],
    ['{ "a": « b » }', '1 : une valeur s’écrit entre guillemets droits ("…"), et non avec « « »'],
    ['{ "a": oui }', '1 : « oui » n’est pas une valeur : un texte s’écrit entre guillemets droits ("…")'],
    ['{ "a" 1 }', '1 : « : » est attendu après la clé « a »'],
    ['{\n "a": 1', '1 : « } » manque : « { » n’est pas refermé'],
    ['{ "a": ', '1 : le fichier s’arrête là où une valeur est attendue'],
    ['', '1 : le fichier s’arrête là où une valeur est attendue'],
    ['{} {}', '1 : il reste du texte après la fin de l’objet'],
    [
      '{\n "a": "x\n }',
      '2 : ce texte n’est pas refermé sur sa ligne, ou contient « \\ » ou un caractère de contrôle mal écrits',
    ],
  ];
  for (const [text, fault] of faults)
    it(`says what is wrong with ${JSON.stringify(text)}`, () => assert.equal(faultOf(text), fault));

  for (const text of ['// c\n{}', '{ "a": 1, // c\n "b": 2 }', '{ "a": 1 /* c */ }', '{ # c\n }'])
    it(`says that JSON has no comments: ${JSON.stringify(text)}`, () =>
      assert.match(faultOf(text), /^1 : le JSON n’a pas de commentaires/));

  it('refuses a key given twice, even spelled otherwise, and says where the first is', () => {
    assert.equal(
      faultOf('{ "l": {\n "email": "a",\n "\\u0065mail": "b" } }'),
      '3 : la clé « email » est donnée deux fois dans le même objet (déjà ligne 2)',
    );
    assert.deepEqual(readJson('{"a": {"x": 1}, "b": {"x": 1}}'), { a: { x: 1 }, b: { x: 1 } });
  });
});
