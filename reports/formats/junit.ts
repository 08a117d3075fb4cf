import { LEVEL_NAMES } from '../names.ts';
import type { RunVerdict } from '../verdict.ts';
import { type Case, casesOf } from './cases.ts';
import type { FormatInput, WrittenFormat } from './input.ts';
import { type XmlElement, xmlDocument } from './xml.ts';

/**
 * Writes a run as JUnit, by the schema that Jenkins published: a suite for each feature, and one for what broke outside
 * of any scenario, so that a run that proves nothing never looks green.
 */
export function junit(input: FormatInput): WrittenFormat {
  const { verdict } = input;
  const cases = casesOf(verdict);
  const suites = [
    ...[...Map.groupBy(cases, ({ file }) => file)].map(([file, group]) => featureSuite(file, group, input)),
    ...benchSuites(input),
  ];
  const root: XmlElement = {
    name: 'testsuites',
    attributes: { name: `Diapason — ${verdict.target.name}`, ...totals(suites) },
    children: suites.map(({ element }) => element),
  };
  return { file: 'junit.xml', text: xmlDocument(root) };
}

interface Counts {
  readonly tests: number;
  readonly failures: number;
  readonly errors: number;
  readonly seconds: number;
}

interface Suite {
  readonly element: XmlElement;
  readonly counts: Counts;
}

function totals(suites: readonly Suite[]): Record<string, string | number> {
  const sum = (key: keyof Counts): number => suites.reduce((all, { counts }) => all + counts[key], 0);
  return {
    tests: sum('tests'),
    failures: sum('failures'),
    errors: sum('errors'),
    time: sum('seconds').toFixed(3),
  };
}

function featureSuite(file: string, cases: readonly Case[], input: FormatInput): Suite {
  const starts = cases.flatMap(({ plays }) => plays.map(({ startedAt }) => startedAt));
  const classname = file.replace(/^.*\//, '').replace(/\.feature$/, '');
  return suiteOf(
    file,
    starts,
    input,
    cases.map((each) => testcase(each, classname)),
  );
}

function suiteOf(
  name: string,
  starts: readonly number[],
  input: FormatInput,
  testcases: readonly XmlElement[],
): Suite {
  const having = (child: string): number =>
    testcases.filter(({ children = [] }) =>
      children.some((each) => typeof each === 'object' && each.name === child),
    ).length;
  const seconds = testcases.reduce((sum, { attributes }) => sum + Number(attributes?.time ?? 0), 0);
  const counts = { tests: testcases.length, failures: having('failure'), errors: having('error'), seconds };
  const { tests, failures, errors } = counts;
  const start = starts.length === 0 ? Date.parse(input.run.startedAt) : Math.min(...starts);
  const element: XmlElement = {
    name: 'testsuite',
    attributes: {
      name,
      tests,
      failures,
      errors,
      skipped: having('skipped'),
      time: seconds.toFixed(3),
      timestamp: new Date(start).toISOString(),
    },
    children: [properties(input), ...testcases],
  };
  return { element, counts };
}

function properties({ verdict, suite, run }: FormatInput): XmlElement {
  const { target, label, levels, levelsNotAssessed } = verdict;
  const named = (list: RunVerdict['levels']): string => list.map((level) => LEVEL_NAMES[level]).join(', ');
  const entries: [string, string | undefined][] = [
    ['cible', target.name],
    ['adresse', target.url],
    ['version', run.version?.before ?? target.version],
    ['suite', `${suite.name} ${suite.version}`],
    ['graine', String(run.seed)],
    ['tirage', run.nonce],
    ['verdict', label],
    ['niveaux', named(levels)],
    ['niveaux non évalués', named(levelsNotAssessed)],
  ];
  return {
    name: 'properties',
    children: entries.flatMap(([name, value]) =>
      value === undefined || value === '' ? [] : [{ name: 'property', attributes: { name, value } }],
    ),
  };
}

function testcase(each: Case, classname: string): XmlElement {
  const { name, durationMs } = each;
  return {
    name: 'testcase',
    attributes: { name, classname, time: (durationMs / 1000).toFixed(3) },
    children: endingOf(each),
  };
}

/** What is neither green nor told here would look green: every outcome has its line. */
function endingOf(each: Case): XmlElement[] {
  const { outcome, requirement, sentences } = each;
  const message = sentences[0] ?? outcome;
  switch (outcome) {
    case 'conforme':
      return [];
    case 'réserve':
      return [
        { name: 'system-out', children: [`Réserve (conseil, sans effet sur le verdict) : ${detail(each)}`] },
      ];
    case 'non conforme':
    case 'instable':
      return [{ name: 'failure', attributes: { type: requirement.id, message }, children: [detail(each)] }];
    case 'erreur du banc':
      return [{ name: 'error', attributes: { type: outcome, message }, children: [detail(each)] }];
    default:
      return [{ name: 'skipped', children: [[`${outcome} : `, detail(each)].join('')] }];
  }
}

function detail({ sentences, outcome, proof, file, line }: Case): string {
  return [
    ...(sentences.length === 0 ? [outcome] : sentences),
    ...(proof === undefined ? [] : [`Preuve : ${proof}`]),
    `${file}${line === undefined ? '' : `:${line}`}`,
  ].join('\n');
}

/** What broke around the scenarios, and what keeps the run from being concluded from. */
function benchSuites(input: FormatInput): Suite[] {
  const { problems, doubts, interrupted } = input.verdict;
  const troubles = [
    ...problems,
    ...doubts,
    ...(interrupted ? ['La campagne n’est pas allée à son terme : ce qui manque n’est pas prouvé.'] : []),
  ];
  if (troubles.length === 0) return [];
  const cases = troubles.map((message, index) => ({
    name: 'testcase',
    attributes: { name: `Le banc (${index + 1})`, classname: 'banc', time: '0.000' },
    children: [{ name: 'error', attributes: { type: 'erreur du banc', message }, children: [message] }],
  }));
  return [suiteOf('Le banc', [], input, cases)];
}
