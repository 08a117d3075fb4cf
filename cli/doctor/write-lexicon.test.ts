import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Learnt } from '../../support/doctor/walk.ts';
import { withLexicon } from './write-lexicon.ts';

const LEARNT: readonly Learnt[] = [
  { place: 'identification', entry: 'siret', names: ['Immatriculation'] },
  { place: 'information', entry: 'submit', names: ['Suivant', 'Terminer'] },
];

describe('withLexicon', () => {
  it('adds a lexicon after what is there, indented as it is, and changes nothing else', () => {
    const text = '{\n\t"url": "http://a.test/", "name": "A",\n\t"captcha": { "answer": "X" }\n}\n';
    assert.equal(
      withLexicon(text, LEARNT),
      '{\n\t"url": "http://a.test/", "name": "A",\n\t"captcha": { "answer": "X" },\n\t"lexicon": {\n\t\t"identification": {\n\t\t\t"siret": "Immatriculation"\n\t\t},\n\t\t"information": {\n\t\t\t"submit": [\n\t\t\t\t"Suivant",\n\t\t\t\t"Terminer"\n\t\t\t]\n\t\t}\n\t}\n}\n',
    );
  });

  it('replaces the words that are there, and keeps those beside them', () => {
    const text =
      '{\r\n    "lexicon": {\r\n        "identification": { "siret": "Faux", "email": "Courriel" }\r\n    },\r\n    "url": "http://a.test/"\r\n}';
    const written = withLexicon(text, LEARNT);
    assert.deepEqual(JSON.parse(written), {
      lexicon: {
        identification: { siret: 'Immatriculation', email: 'Courriel' },
        information: { submit: ['Suivant', 'Terminer'] },
      },
      url: 'http://a.test/',
    });
    assert.match(
      written,
      /"identification": \{ "siret": "Immatriculation", "email": "Courriel" \},\r\n {8}"information"/,
    );
    assert.doesNotMatch(written, /[^\r]\n/);
  });

  it('adds to objects that are empty, on one line, or removed by a null', () => {
    const [siret] = LEARNT;
    const learnt = siret === undefined ? [] : [siret];
    const lexicon = { identification: { siret: 'Immatriculation' } };
    for (const [text, others] of [
      ['{}', {}],
      ['{ "name": "A" }', { name: 'A' }],
      ['{ "lexicon": {}, "name": "A" }', { name: 'A' }],
      ['{ "lexicon": null, "name": "A" }', { name: 'A' }],
    ] as const)
      assert.deepEqual(JSON.parse(withLexicon(text, learnt)), { ...others, lexicon }, text);
  });

  it('writes what else the portal announces, where it stands or where it should', () => {
    const declared = [{ key: ['password', 'min'], value: 10 }];
    for (const [text, password] of [
      ['{ "name": "A" }', { min: 10 }],
      ['{ "name": "A", "password": { "min": 8, "kinds": 3 } }', { min: 10, kinds: 3 }],
    ] as const)
      assert.deepEqual(JSON.parse(withLexicon(text, [], declared)), { name: 'A', password }, text);
  });
});
