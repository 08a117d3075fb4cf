import type { RequirementOutcome, RequirementVerdict } from '../verdict.ts';
import { type Case, casesOf } from './cases.ts';
import type { FormatInput, WrittenFormat } from './input.ts';

/** Terms and prefixes, in the document itself: it is read without network. */
const CONTEXT = {
  earl: 'http://www.w3.org/ns/earl#',
  dct: 'http://purl.org/dc/terms/',
  doap: 'http://usefulinc.com/ns/doap#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  'earl:assertedBy': { '@type': '@id' },
  'earl:subject': { '@type': '@id' },
  'earl:test': { '@type': '@id' },
  'earl:mode': { '@type': '@id' },
  'earl:outcome': { '@type': '@id' },
  'dct:isPartOf': { '@type': '@id' },
  'dct:date': { '@type': 'xsd:dateTime' },
};

/**
 * What each outcome is in EARL 1.0. Advice that is not followed was tested and is not met: its description says that
 * the verdict does not depend on it.
 */
const OUTCOME_OF: Readonly<Record<RequirementOutcome, string>> = {
  conforme: 'earl:passed',
  réserve: 'earl:failed',
  'non conforme': 'earl:failed',
  'non applicable': 'earl:inapplicable',
  'non vérifiable': 'earl:cantTell',
  instable: 'earl:cantTell',
  'erreur du banc': 'earl:cantTell',
  'non jouée': 'earl:untested',
};

const ASSERTOR = '_:diapason';
const SUBJECT = '_:cible';

/** Writes a run as EARL 1.0, in JSON-LD: an assertion for each requirement, and one for each of its scenarios. */
export function earl({ verdict, suite, run }: FormatInput): WrittenFormat {
  const { target, requirements, label } = verdict;
  const date = new Date(Date.parse(run.startedAt) + run.durationMs).toISOString();
  const version = run.version?.before ?? target.version;
  const cases = casesOf(verdict);
  const graph = [
    {
      '@id': ASSERTOR,
      '@type': ['earl:Software', 'earl:Assertor'],
      'dct:title': suite.name,
      'dct:hasVersion': suite.version,
      'dct:description': suite.power,
    },
    {
      '@id': SUBJECT,
      '@type': 'earl:TestSubject',
      'dct:title': target.name,
      'dct:identifier': target.url,
      'dct:description': `Verdict : ${label}`,
      ...(version === undefined ? {} : { 'dct:hasVersion': version }),
      ...(target.vendor === undefined ? {} : { 'dct:publisher': target.vendor }),
    },
    ...requirements.flatMap((judged) => [requirementNode(judged), requirementAssertion(judged, date)]),
    ...cases.flatMap((each, index) => [caseNode(each, index), caseAssertion(each, index, date)]),
  ];
  const document = { '@context': CONTEXT, '@graph': graph };
  return { file: 'earl.jsonld', text: `${JSON.stringify(document, undefined, 2)}\n` };
}

/** A blank node may bear no dot at its end, and ours have one within, which it may. */
function requirementId(id: string): string {
  return `_:${id}`;
}

function requirementNode({ requirement }: RequirementVerdict): object {
  const { id, sentence, level, obligation } = requirement;
  return {
    '@id': requirementId(id),
    '@type': 'earl:TestRequirement',
    'dct:identifier': id,
    'dct:title': sentence,
    'dct:type': `${level}, ${obligation}`,
  };
}

function requirementAssertion({ requirement, outcome, reason }: RequirementVerdict, date: string): object {
  return assertion(requirementId(requirement.id), outcome, reason === undefined ? [] : [reason], date);
}

function caseNode({ name, requirement, file, line }: Case, index: number): object {
  return {
    '@id': `_:scenario-${index + 1}`,
    '@type': 'earl:TestCase',
    'dct:title': name,
    'dct:isPartOf': requirementId(requirement.id),
    'dct:source': line === undefined ? file : `${file}:${line}`,
  };
}

function caseAssertion({ outcome, sentences }: Case, index: number, date: string): object {
  return assertion(`_:scenario-${index + 1}`, outcome, sentences, date);
}

function assertion(test: string, outcome: RequirementOutcome, said: readonly string[], date: string): object {
  return {
    '@type': 'earl:Assertion',
    'earl:assertedBy': ASSERTOR,
    'earl:subject': SUBJECT,
    'earl:test': test,
    'earl:mode': 'earl:automatic',
    'earl:result': {
      '@type': 'earl:TestResult',
      'earl:outcome': OUTCOME_OF[outcome],
      'dct:title': outcome,
      ...(said.length === 0 ? {} : { 'dct:description': said.join('\n') }),
      'dct:date': date,
    },
  };
}
