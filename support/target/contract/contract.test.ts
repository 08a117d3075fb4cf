import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import type { z } from 'zod';
import { targetSchema } from '../schema.ts';
import { JSON_SCHEMA_FILE, jsonSchema } from './json-schema.ts';
import { nearest } from './nearest.ts';
import { PAGE_FILE, page } from './page.ts';
import { elementOf, exampleOf, keysOf, placesOf, schemaAt } from './schema-walk.ts';

const ROOT = join(import.meta.dirname, '../../..');

/** Every key of the contract with its schema, however deep. */
function allKeys(schema: z.ZodType, above = ''): [string, z.ZodType][] {
  return [...keysOf(elementOf(schema) ?? schema)].flatMap(([key, inner]) => [
    [`${above}${key}`, inner] as [string, z.ZodType],
    ...allKeys(inner, `${above}${key}.`),
  ]);
}

describe('the contract', () => {
  for (const [file, content] of [
    [JSON_SCHEMA_FILE, jsonSchema],
    [PAGE_FILE, page],
  ] as const) {
    it(`is what ${file} says: « npm run contract » writes it again`, () =>
      assert.equal(readFileSync(join(ROOT, file), 'utf8'), content()));
  }

  it('gives examples that it accepts', () => {
    const keys = allKeys(targetSchema);
    assert.ok(keys.length > 150, `${keys.length}`);
    const given = keys.filter(([, schema]) => exampleOf(schema) !== undefined);
    assert.ok(given.length > 30, `${given.length}`);
    for (const [key, schema] of given) {
      const { error } = schema.safeParse(exampleOf(schema));
      assert.equal(error, undefined, key);
    }
  });

  it('leaves out of the JSON schema what only a function can be', () => {
    const schema = JSON.parse(jsonSchema());
    assert.equal(schema.properties.driver, undefined);
    assert.deepEqual(Object.keys(schema.properties.captcha.properties), ['answer']);
    assert.equal(schema.properties.reset.type, 'object');
    assert.doesNotMatch(jsonSchema(), /x-function/);
    assert.equal(schema.properties.lexicon.properties.login.additionalProperties, false);
  });

  it('lets a file that extends another leave name and address to it', () => {
    assert.deepEqual(JSON.parse(jsonSchema()).anyOf, [
      { required: ['name', 'url'] },
      { required: ['extends'] },
    ]);
  });

  it('is walked by path', () => {
    assert.deepEqual(placesOf(targetSchema, 'mailpit'), ['mail.mailpit']);
    assert.equal(schemaAt(targetSchema, ['mail', 'nulle-part']), undefined);
    assert.ok(schemaAt(targetSchema, ['insee', 'companies', 0, 'adresse', 'codePostal']));
    assert.equal(keysOf(targetSchema.shape.reset).has('url'), true);
  });
});

describe('nearest', () => {
  const known = ['captcha', 'mail', 'url', 'name', 'answerMs'];
  const cases: [string, string | undefined][] = [
    ['captchas', 'captcha'],
    ['capcha', 'captcha'],
    ['mial', 'mail'],
    ['Url', 'url'],
    ['nom', undefined],
    ['answerms', 'answerMs'],
    ['fax', undefined],
    ['', undefined],
  ];
  for (const [word, found] of cases)
    it(`of « ${word} » is ${found}`, () => assert.equal(nearest(word, known), found));
});
