import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import type { Diagnosis } from '../../reports/power/diagnosis.ts';
import { type CampaignOptions, campaign } from './campaign.ts';
import type { Job } from './job.ts';

/** A process of the campaign which does as the subject's name says. */
const PLAYER = `
  import { appendFileSync } from 'node:fs';
  appendFileSync(import.meta.dirname + '/starts', '.');
  process.on('message', ({ subject }) => {
    if (subject.id === 'meurt') { console.error('à bout de forces'); process.exit(7); }
    if (subject.id === 'se-tait') return;
    process.send({ kind: 'alive' });
    process.send({ kind: 'diagnosis', diagnosis: { subject, findings: {}, played: 1, ms: 1 } });
  });
  process.on('disconnect', () => { appendFileSync(import.meta.dirname + '/ends', '.'); process.exit(); });
  process.send({ kind: 'ready' });
`;

function scriptOf(t: TestContext, source = PLAYER): string {
  const folder = mkdtempSync(join(tmpdir(), 'diapason-campagne-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const script = join(folder, 'player.mjs');
  writeFileSync(script, source);
  return script;
}

const jobsFor = (...ids: string[]): Job[] =>
  ids.map((id) => ({
    subject: { id, sentence: 'D.' },
    variable: 'X',
    scenarios: [],
    stopAtCatch: true,
    sparing: false,
    ownProcess: false,
  }));

/** Plays a campaign; each diagnosis as `id` or `id : trouble`. */
async function played(
  script: string,
  jobs: Job[],
  options: Partial<CampaignOptions> = {},
): Promise<string[]> {
  const said: string[] = [];
  const onDiagnosis = ({ subject, trouble }: Diagnosis): void => {
    said.push(trouble === undefined ? subject.id : `${subject.id} : ${trouble}`);
  };
  const { signal } = new AbortController();
  await campaign(jobs, { script, workers: 2, patienceMs: 20_000, onDiagnosis, signal, ...options });
  return said.sort();
}

const traces = (script: string, name: string): number => {
  const file = join(script, '..', name);
  return existsSync(file) ? readFileSync(file, 'utf8').length : 0;
};

describe('campaign', () => {
  it('plays every job in the processes it is given, each loaded once, and closes them', async (t) => {
    const script = scriptOf(t);
    assert.deepEqual(await played(script, jobsFor('a', 'b', 'c', 'd')), ['a', 'b', 'c', 'd']);
    assert.deepEqual([traces(script, 'starts'), traces(script, 'ends')], [2, 2]);
  });

  it('gives a process of its own, which knows the subject as it loads, to what asks for one', async (t) => {
    const script = scriptOf(t, PLAYER.replaceAll('subject.id ===', 'process.env.X ==='));
    const jobs = jobsFor('a', 'meurt', 'b').map((job) => ({ ...job, ownProcess: true }));
    const said = await played(script, jobs, { workers: 1 });
    assert.deepEqual([said.slice(0, 2), traces(script, 'starts')], [['a', 'b'], 3]);
    assert.match(said[2] ?? '', /^meurt : /);
  });

  it('says of what was on a process that died that it is not judged, and goes on', async (t) => {
    const said = await played(scriptOf(t), jobsFor('a', 'meurt', 'b', 'c'), { workers: 1 });
    assert.deepEqual(said.slice(0, 3), ['a', 'b', 'c']);
    assert.match(said[3] ?? '', /^meurt : son processus est mort .*à bout de forces$/);
  });

  it('ends a process that says nothing any more, and goes on', async (t) => {
    const said = await played(scriptOf(t), jobsFor('se-tait', 'a'), { workers: 1, patienceMs: 500 });
    assert.equal(said[0], 'a');
    assert.match(said[1] ?? '', /^se-tait : son processus est mort ou s'est tu/);
  });

  it('stops when told to, keeps what was judged, and leaves no process behind', async (t) => {
    const script = scriptOf(t);
    const stopping = new AbortController();
    const said: string[] = [];
    await campaign(jobsFor('a', 'se-tait', 'b'), {
      script,
      workers: 1,
      patienceMs: 20_000,
      signal: stopping.signal,
      onDiagnosis: ({ subject }) => {
        said.push(subject.id);
        setImmediate(() => stopping.abort());
      },
    });
    assert.deepEqual(said, ['a']);
    assert.deepEqual([traces(script, 'starts'), traces(script, 'ends')], [1, 1]);
  });

  it('fails with the reason when a process can’t start: no subject is to blame', async (t) => {
    const script = scriptOf(t, "console.error('✗ Aucun navigateur'); process.exit(3);");
    await assert.rejects(played(script, jobsFor('a')), /n'a pas pu démarrer :\n✗ Aucun navigateur/);
  });

  it('ends all of it when a process can’t start again, judges nothing by how it was stopped, and starts no other', async (t) => {
    const counting = "appendFileSync(import.meta.dirname + '/starts', '.');";
    const third = `${counting}\n if (readFileSync(import.meta.dirname + '/starts', 'utf8').length > 2) process.exit(9);`;
    const source = PLAYER.replace('import { appendFileSync }', 'import { appendFileSync, readFileSync }');
    const script = scriptOf(t, source.replace(counting, third));
    const said: string[] = [];
    const { signal } = new AbortController();
    const onDiagnosis = ({ subject }: Diagnosis): void => void said.push(subject.id);
    const jobs = jobsFor('se-tait', 'meurt', 'a', 'b');
    const options = { script, workers: 2, patienceMs: 20_000, onDiagnosis, signal };
    await assert.rejects(campaign(jobs, options), /n'a pas pu démarrer/);
    await new Promise((resolve) => setImmediate(resolve));
    assert.deepEqual([said, traces(script, 'starts')], [['meurt'], 3]);
  });
});
