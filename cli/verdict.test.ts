import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, describe, it } from 'node:test';
import type { Envelope } from '@cucumber/messages';
import { LEVELS, type Level, type Requirement, readCatalogue } from '../reports/catalogue.ts';
import {
  failingIn,
  finding,
  messagesOf,
  ndjson,
  type RunSpec,
  type ScenarioSpec,
} from '../reports/messages.test-support.ts';
import { DEFAULT_LEVELS, type RunVerdict } from '../reports/verdict.ts';
import { HarnessSetupError } from '../support/setup-error.ts';
import { inProject, ROOT } from './root.ts';
import { readShard } from './shards.ts';
import { judgedTogether } from './verdict.ts';

const folder = mkdtempSync(join(tmpdir(), 'diapason-verdict-'));
after(() => rmSync(folder, { recursive: true }));

const { requirements } = readCatalogue(inProject('features/catalogue.json'));

/** What a run plays unless told otherwise. */
const ofAWholeRun = requirements.filter(({ level }) => DEFAULT_LEVELS.includes(level));

/** Every scenario and every row that the catalogue expects of a requirement, passed. */
function scenariosOf({ id, feature, scenarios }: Requirement): ScenarioSpec[] {
  return scenarios.flatMap(({ name, examples, line }) => {
    const spec: ScenarioSpec = { name, requirement: id, uri: feature, line };
    const row = (index: number): ScenarioSpec => ({
      ...spec,
      line: line + index,
      outline: { name, row: index },
    });
    return examples === 0 ? [spec] : Array.from({ length: examples }, (_, index) => row(index + 1));
  });
}

const ALL = requirements.flatMap(scenariosOf);
const HALF = Math.ceil(ALL.length / 2);

function sources(change = (text: string) => text): Envelope[] {
  const files = [...new Set(requirements.map(({ feature }) => feature))];
  const source = (uri: string) => ({ uri, data: change(readFileSync(inProject(uri), 'utf8')) });
  return files.map((uri) => ({ source: source(uri) })) as Envelope[];
}

/** Writes messages as a runner would, in a folder of their own. */
function written(name: string, specs: ScenarioSpec[], run: RunSpec = {}, features = sources()): string {
  const path = join(folder, name, 'messages.ndjson');
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, ndjson([...features, ...messagesOf(specs, run)]));
  return path;
}

const TARGET = { name: 'Essai', url: 'portail embarqué', lacks: [], reasons: {} };

async function judged(...paths: string[]): Promise<RunVerdict> {
  return judgedTogether(await Promise.all(paths.map(readShard)), TARGET);
}

function ending({ outcome, code, requirements }: RunVerdict) {
  return { outcome, code, unplayed: requirements.filter((each) => each.outcome === 'non jouée').length };
}

const first = written('tranche-1', ALL.slice(0, HALF));
const second = written('tranche-2', ALL.slice(HALF));
const [some = assert.fail('empty catalogue')] = requirements;

describe('runs judged together', () => {
  it('are INCOMPLET when the portal was not the same in all of them', async () => {
    const paths = [written('v-1', ALL.slice(0, HALF)), written('v-2', ALL.slice(HALF))];
    const versions = (before: string, after: string) =>
      writeFileSync(
        join(dirname(paths[1] ?? ''), 'verdict.json'),
        JSON.stringify({ target: TARGET, version: { before, after } }),
      );
    writeFileSync(
      join(dirname(paths[0] ?? ''), 'verdict.json'),
      JSON.stringify({ target: TARGET, version: { before: '4.2.0', after: '4.2.0' } }),
    );
    versions('4.2.0', '4.2.0');
    assert.equal((await judged(...paths)).outcome, 'CONFORME');
    versions('4.2.1', '4.2.1');
    const { outcome, doubts } = await judged(...paths);
    assert.equal(outcome, 'INCOMPLET');
    assert.match(doubts.join(), /« 4\.2\.0 », puis « 4\.2\.1 »/);
  });

  it('are judged for the levels that they were asked to play, all of them together', async () => {
    const of = (...levels: Level[]) =>
      requirements.filter(({ level }) => levels.includes(level)).flatMap(scenariosOf);
    const asked = (path: string, levels: Level[]): string => {
      writeFileSync(join(dirname(path), 'verdict.json'), JSON.stringify({ target: TARGET, levels }));
      return path;
    };
    const security = of('securite');
    const [one, other] = [written('s-1', security.slice(0, 6)), written('s-2', security.slice(6))];
    const shards = [one, other].map((path) => asked(path, ['securite']));
    assert.equal((await judged(...shards)).label, 'CONFORME');
    assert.deepEqual((await judged(...shards)).levels, ['securite']);
    assert.equal((await judged(one)).outcome, 'INCOMPLET');
    const main = asked(written('s-3', of('essentiel', 'robuste')), ['essentiel', 'robuste']);
    const together = await judged(main, ...shards);
    assert.deepEqual(together.levels, ['essentiel', 'robuste', 'securite']);
    assert.equal(together.outcome, 'CONFORME');
  });

  it('are judged for a whole run, and for what they played besides, when a bare runner played them', async () => {
    const { levels, outcome } = await judged(first);
    assert.deepEqual([levels, outcome], [['essentiel', 'robuste'], 'INCOMPLET']);
    assert.deepEqual((await judged(first, second)).levels, LEVELS);
  });

  it('are CONFORME when they make up the whole suite', async () => {
    assert.deepEqual(ending(await judged(first, dirname(second))), {
      outcome: 'CONFORME',
      code: 0,
      unplayed: 0,
    });
  });

  it('are INCOMPLET when one is missing', async () => {
    const { outcome, code, unplayed } = ending(await judged(first));
    assert.deepEqual([outcome, code], ['INCOMPLET', 2]);
    assert.ok(unplayed > 20, `${unplayed}`);
  });

  it('are INCOMPLET when they are a part of the suite, however it was chosen', async () => {
    const run = ending(await judged(written('partie', scenariosOf(some))));
    assert.deepEqual(run, { outcome: 'INCOMPLET', code: 2, unplayed: ofAWholeRun.length - 1 });
  });

  it('are INCOMPLET when one was killed, even at its very end', async () => {
    const run = await judged(first, written('tuée', ALL.slice(HALF), { killed: true }));
    assert.deepEqual([run.outcome, run.interrupted], ['INCOMPLET', true]);
  });

  it('are NON CONFORME on a finding, which a second play that goes well makes INCOMPLET', async () => {
    const refuted = ALL.slice(HALF).map((spec, index) =>
      index === 0 ? { ...spec, steps: failingIn('Outcome', finding('Accepté à tort.')) } : spec,
    );
    const path = written('constat', refuted);
    assert.equal((await judged(first, path)).outcome, 'NON CONFORME');
    written('constat/rejeu', ALL.slice(HALF, HALF + 1));
    const run = await judged(first, path);
    assert.equal(run.outcome, 'INCOMPLET');
    assert.ok(run.requirements.some(({ outcome }) => outcome === 'instable'));
  });

  const refusals: [string, () => string[], RegExp][] = [
    ['a file is not there', () => [first, join(folder, 'absent.ndjson')], /absent\.ndjson n'existe pas/],
    [
      'a file is empty',
      () => [first, written('vide', [], { killed: true }, [])],
      /ne contient pas les messages/,
    ],
    ['a file is not messages', () => [inProject('package.json')], /ne contient pas les messages d'une série/],
    [
      'a shard is given twice',
      () => [first, second, written('copie', ALL.slice(0, HALF))],
      /jouent tous deux « .* » \(EX-/,
    ],
    ['the same file is given twice', () => [first, first], /jouent tous deux/],
    [
      'rules were played under another wording',
      () => [
        first,
        written(
          'autres',
          ALL.slice(HALF),
          {},
          sources((text) => text.replaceAll('Alors', 'Et')),
        ),
      ],
      /dans une autre version que celle du catalogue : EX-/,
    ],
    [
      'they are of two targets',
      () => {
        const path = written('ailleurs', ALL.slice(HALF));
        const target = { ...TARGET, name: 'Autre' };
        writeFileSync(join(dirname(path), 'verdict.json'), JSON.stringify({ target }));
        return [first, path];
      },
      /pas sur la même cible : « Essai » \(portail embarqué\) et « Autre »/,
    ],
  ];
  for (const [title, files, reason] of refusals) {
    it(`are refused in French when ${title}`, async () => {
      await assert.rejects(judged(...files()), (error) => {
        assert.ok(error instanceof HarnessSetupError);
        assert.match(error.message, reason);
        return true;
      });
    });
  }
});

describe('diapason verdict', () => {
  function ended(...args: string[]): { code: number | null; output: string } {
    const { TARGET: _, ...env } = process.env;
    const command = ['cli/diapason.ts', 'verdict', ...args];
    const { status, stdout, stderr } = spawnSync(process.execPath, command, {
      cwd: ROOT,
      env,
      encoding: 'utf8',
    });
    return { code: status, output: `${stdout}${stderr}`.replace(/[\u00a0\u202f]/g, ' ') };
  }

  it('excuses in all parts together what a baseline lists, and does not change the verdict', () => {
    const refuted = ALL.map((spec, index) =>
      index === 0 ? { ...spec, steps: failingIn('Outcome', finding('Accepté à tort.')) } : spec,
    );
    const parts = [written('b-1', refuted.slice(0, HALF)), written('b-2', refuted.slice(HALF))];
    const baseline = join(folder, 'reference.json');
    const known = { outcome: 'non conforme', owner: 'Équipe portail', until: '2999-12-31' };
    writeFileSync(baseline, JSON.stringify({ known: [{ requirement: some.id, ...known }] }));
    const { code, output } = ended(...parts, '--baseline', baseline);
    assert.match(output, /VERDICT : NON CONFORME$/m);
    assert.match(output, /RÉFÉRENCE CONNUE : tenue, 1 exigence connue/);
    assert.equal(code, 0, output);
    assert.equal(ended(...parts).code, 1);
  });

  it('exits with 2 and names the requirements that were not played', () => {
    const { code, output } = ended(first);
    assert.match(output, /VERDICT : INCOMPLET$/m);
    assert.match(output, new RegExp(`Non jouées[\\s\\S]*${ofAWholeRun.at(-1)?.id}`));
    assert.equal(code, 2, output);
  });

  it('exits with 3, in French and without a stack trace, on messages that are not there', () => {
    const { code, output } = ended(join(folder, 'absent.ndjson'));
    assert.match(output, /✗ Aucun message à juger : .*\n {2}→ /);
    assert.doesNotMatch(output, /VERDICT|^\s{4,}at /m);
    assert.equal(code, 3, output);
  });
});
