import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { describe, it } from 'node:test';
import jsonld from 'jsonld';
import { catalogueFor, judge, recorded } from '../recordings.test-support.ts';
import { earl } from './earl.ts';
import { inputOf } from './formats.test-support.ts';

const NAMESPACE = 'http://www.w3.org/ns/earl#';

/** Every term of the W3C's own EARL 1.0 Schema. */
const VOCABULARY = readFileSync(
  join(dirname(createRequire(import.meta.url).resolve('@vocabulary/earl')), 'earl.nq'),
  'utf8',
);
const TERMS = new Set(VOCABULARY.match(/(?<=^<)http:\/\/www\.w3\.org\/ns\/earl#\w+(?=>)/gm));

interface Quad {
  readonly subject: string;
  readonly predicate: string;
  readonly object: string;
}

/** The statements that a processor reads in a document, without any network. */
async function statementsIn(text: string): Promise<Quad[]> {
  const documentLoader = (url: string): never => assert.fail(`${url} would be asked of the network`);
  const dataset = await jsonld.toRDF(JSON.parse(text), { documentLoader });
  return (
    dataset as { subject: { value: string }; predicate: { value: string }; object: { value: string } }[]
  ).map(({ subject, predicate, object }) => ({
    subject: subject.value,
    predicate: predicate.value,
    object: object.value,
  }));
}

const TYPE = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type';

function strangers(statements: readonly Quad[]): string[] {
  const used = statements.flatMap(({ predicate, object }) => [predicate, object]);
  return used.filter((iri) => iri.startsWith(NAMESPACE) && !TERMS.has(iri));
}

describe('earl.jsonld', async () => {
  const judged = judge([await recorded('playwright', 'entier')], { catalogue: catalogueFor('entier') });
  const { text } = earl(inputOf(judged));
  const statements = await statementsIn(text);

  it('uses only terms of the published vocabulary, and a term that is none is seen', async () => {
    assert.ok(TERMS.size > 30, `${TERMS.size} terms`);
    assert.deepEqual(strangers(statements), []);
    assert.deepEqual(strangers(await statementsIn(text.replace('earl:automatic', 'earl:automatique'))), [
      `${NAMESPACE}automatique`,
    ]);
  });

  it('gives each assertion all that EARL asks of it: who, on what, by which test, with what result', () => {
    const assertions = statements.filter(
      ({ predicate, object }) => predicate === TYPE && object === `${NAMESPACE}Assertion`,
    );
    const cases = judged.requirements.flatMap(({ scenarios }) => scenarios);
    assert.equal(assertions.length, judged.requirements.length + cases.length);
    for (const { subject } of assertions)
      for (const property of ['assertedBy', 'subject', 'test', 'result', 'mode'])
        assert.equal(
          statements.filter(
            (each) => each.subject === subject && each.predicate === `${NAMESPACE}${property}`,
          ).length,
          1,
          property,
        );
  });

  it('says each outcome in the words of EARL', () => {
    const outcomes = new Set(
      statements
        .filter(({ predicate }) => predicate === `${NAMESPACE}outcome`)
        .map(({ object }) => object.replace(NAMESPACE, '')),
    );
    for (const outcome of ['passed', 'inapplicable']) assert.ok(outcomes.has(outcome), outcome);
  });
});
