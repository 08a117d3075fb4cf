import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { readCatalogue } from '../reports/catalogue.ts';
import { type ComparedRun, comparedRun } from '../reports/compare/compared-run.ts';
import { comparisonOf } from '../reports/compare/comparison.ts';
import { comparisonLines } from '../reports/compare/comparison-lines.ts';
import { comparisonPage } from '../reports/compare/comparison-page.ts';
import type { RequirementOutcome } from '../reports/verdict.ts';
import { inProject } from './root.ts';
import { assertNoStack, start, temporary } from './run.test-support.ts';

interface Written {
  readonly outcomes: Readonly<Record<string, RequirementOutcome>>;
  readonly name?: string;
  readonly version?: string;
  readonly at?: string;
  readonly digest?: string;
}

/** A verdict as a run writes it, reduced to what is compared. */
function verdictOf({
  outcomes,
  name = 'Recette',
  version,
  at = '2026-11-01T02:00:00Z',
  digest = 'd',
}: Written) {
  return {
    label: 'NON CONFORME',
    target: { name, url: `https://${name.toLowerCase()}.acme.test/`, lacks: [] },
    ...(version === undefined ? {} : { version: { before: version } }),
    requirements: Object.entries(outcomes).map(([id, outcome]) => ({
      requirement: { id, sentence: `La règle ${id}`, digest },
      outcome,
      scenarios: [{ plays: [{ startedAt: Date.parse(at) }] }],
    })),
  };
}

function runOf(written: Written, folder = 'dossier'): ComparedRun {
  return comparedRun(folder, verdictOf(written)) ?? assert.fail('no verdict');
}

const said = (...runs: Written[]): string =>
  comparisonLines(comparisonOf(runs.map((run) => runOf(run))))
    .join('\n')
    .replaceAll('\u00a0', ' ');

describe('a comparison', () => {
  it('puts what differs first, in the order of the catalogue', () => {
    const { rows } = comparisonOf([
      runOf({
        outcomes: {
          'EX-2.09': 'conforme',
          'EX-2.10': 'conforme',
          'EX-1.01': 'conforme',
          'EX-4.04': 'conforme',
        },
      }),
      runOf({
        name: 'Préproduction',
        outcomes: {
          'EX-2.09': 'non conforme',
          'EX-2.10': 'instable',
          'EX-1.01': 'conforme',
          'EX-4.04': 'conforme',
        },
      }),
    ]);
    assert.deepEqual(
      rows.map(({ id, differs }) => `${id} ${differs}`),
      ['EX-2.09 true', 'EX-2.10 true', 'EX-1.01 false', 'EX-4.04 false'],
    );
  });

  it('orders runs by environment, then by date, whatever the order given', () => {
    const { environments } = comparisonOf([
      runOf({ outcomes: { 'EX-1.01': 'conforme' }, at: '2026-11-02T02:00:00Z' }, 'b'),
      runOf({ outcomes: { 'EX-1.01': 'conforme' }, name: 'Préproduction' }, 'p'),
      runOf({ outcomes: { 'EX-1.01': 'conforme' }, at: '2026-11-01T02:00:00Z' }, 'a'),
    ]);
    const shown = environments.map(({ name, runs }) => `${name} ${runs.map(({ folder }) => folder)}`);
    assert.deepEqual(shown, ['Recette a,b', 'Préproduction p']);
  });

  it('marks unstable what changes on the same environment in the same version, and only that', () => {
    const night = (outcome: RequirementOutcome, version: string, name = 'Recette'): Written => ({
      outcomes: { 'EX-4.04': outcome },
      version,
      name,
    });
    const unstable = (...runs: Written[]): number =>
      comparisonOf(runs.map((run) => runOf(run))).rows[0]?.unstable.length ?? -1;
    assert.equal(unstable(night('conforme', '4.2'), night('non conforme', '4.2')), 1);
    assert.equal(
      unstable(night('conforme', '4.2'), night('non conforme', '4.3')),
      0,
      'the portal has changed',
    );
    assert.equal(unstable(night('conforme', '4.2'), night('non conforme', '4.2', 'Autre')), 0, 'another one');
    assert.equal(unstable(night('instable', '4.2'), night('instable', '4.2')), 1, 'each run says so itself');
    assert.match(
      said(night('conforme', '4.2'), night('non conforme', '4.2')),
      /≈ EX-4\.04 conforme → non conforme\n[\s\S]*≈ instable, sans changement de version : Recette, version 4\.2 : conforme 1 fois, non conforme\s+1 fois/,
    );
  });

  it('says that catalogues differ, and compares what is common', () => {
    const text = said(
      { outcomes: { 'EX-1.01': 'conforme', 'EX-1.02': 'conforme' } },
      { outcomes: { 'EX-1.01': 'non conforme', 'EX-9.01': 'conforme' }, digest: 'autre', name: 'Autre' },
    );
    assert.match(text, /ne sont pas comparées : EX-1\.02 EX-9\.01/);
    assert.match(text.replace(/\n/g, ' '), /Les catalogues diffèrent : .* EX-1\.01/);
    assert.match(text, /Différences : 1 sur 1 exigence comparée/);
  });

  it('says in so many words that nothing differs', () => {
    const same = { outcomes: { 'EX-1.01': 'conforme' } } as const;
    const other = { outcomes: { 'EX-9.01': 'conforme' } } as const;
    assert.match(said(same, other), /Aucune exigence commune : rien n’est comparé/);
    assert.match(said(same, { ...same, name: 'Autre' }), /Aucune différence : 1 exigence comparée\./);
  });

  it('shows text of a target as text, and needs nothing beside itself', () => {
    const page = comparisonPage(
      comparisonOf([
        runOf({ outcomes: { 'EX-1.01': 'conforme' }, name: '<script>alert(1)</script>' }),
        runOf({ outcomes: { 'EX-1.01': 'non conforme' }, version: '"><img src=x>' }),
      ]),
    );
    assert.doesNotMatch(page, /<script|<img|<link|<[^>]+(?:src|href)=/);
    assert.match(page, /&lt;script&gt;alert\(1\)/);
    assert.match(page, /<tr class="differs"><th scope="row">≠ EX-1\.01/);
  });
});

/** What a real run writes: whole requirements, with scenarios and their plays. */
function nights(t: TestContext, environments: number, each: number): string[] {
  const folder = temporary(t);
  const { requirements } = readCatalogue(inProject('features/catalogue.json'));
  const padding = 'x'.repeat(3_500);
  return Array.from({ length: environments * each }, (_, index) => {
    const [environment, night] = [index % environments, Math.floor(index / environments)];
    const at = Date.UTC(2026, 9, 1 + night, 2);
    const path = join(folder, `env-${environment}-nuit-${night}`);
    mkdirSync(path);
    const judged = requirements.map((requirement, rank) => {
      const outcome = (rank + night) % 37 === 0 && environment === 1 ? 'non conforme' : 'conforme';
      const plays = [{ startedAt: at + rank, durationMs: 1, failures: [], error: padding }];
      return {
        requirement,
        outcome,
        scenarios: requirement.scenarios.map(({ name }) => ({ name, outcome, sentences: [], plays })),
      };
    });
    const target = {
      name: `Env ${environment}`,
      url: `https://env-${environment}.acme.test/`,
      version: '4.2',
      lacks: [],
    };
    writeFileSync(
      join(path, 'verdict.json'),
      JSON.stringify({ label: 'x', target, requirements: judged }, undefined, 2),
    );
    return path;
  });
}

describe('diapason compare', () => {
  it('compares 3 environments over 30 nights in less than 10 s', async (t) => {
    const folders = nights(t, 3, 30);
    const [html, json] = ['c.html', 'c.json'].map((name) => join(temporary(t), name)) as [string, string];
    const ended = await start('/nulle-part', ['compare', ...folders, '--html', html, '--json', json]).ended;
    assert.equal(ended.code, 0, ended.output);
    t.diagnostic(`${Math.round(ended.ms)} ms, ${readFileSync(html).length} bytes of page`);
    assert.ok(ended.ms < 10_000, `${ended.ms} ms`);
    assert.match(ended.output, /Env 1 \(https:\/\/env-1\.acme\.test\/\) : 30 séries/);
    assert.match(ended.output, /≈ EX-\d\.\d\d ✓{30} \| [✓✗]{30} \| ✓{30}/);
    const kept = JSON.parse(readFileSync(json, 'utf8'));
    assert.equal(kept.runs.length, 90);
    assert.equal(kept.requirements[0].outcomes.length, 90);
  });

  const refused: [string, string[], RegExp][] = [
    ['one run alone', ['reports'], /deux séries au moins/],
    ['a folder without a verdict', ['cli', 'reports'], /Aucun verdict à comparer dans cli\/verdict\.json/],
  ];
  for (const [what, folders, sentence] of refused)
    it(`refuses ${what}, in French`, async () => {
      const ended = await start('/nulle-part', ['compare', ...folders]).ended;
      assert.equal(ended.code, 3, ended.output);
      assert.match(ended.output, sentence);
      assertNoStack(ended);
    });
});
