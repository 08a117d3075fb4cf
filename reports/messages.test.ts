import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { failingIn, finding, messagesOf, ndjson, type ScenarioSpec } from './messages.test-support.ts';
import { playOf, readPlay } from './messages.ts';

const folder = mkdtempSync(join(tmpdir(), 'diapason-messages-'));
after(() => rmSync(folder, { recursive: true }));

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const TWO: ScenarioSpec[] = [
  { name: 'le premier', line: 12 },
  { name: 'le second', line: 20, steps: failingIn('Action', finding('Accepté à tort.')) },
];

describe('messages read from files', () => {
  it('tell each scenario, its requirement and how it ended', async () => {
    const play = await readPlay(file('two.ndjson', ndjson(messagesOf(TWO))));
    assert.deepEqual(
      play.scenarios.map(({ name, requirements, status, line }) => ({ name, requirements, status, line })),
      [
        { name: 'le premier', requirements: ['EX-1.01'], status: 'PASSED', line: 12 },
        { name: 'le second', requirements: ['EX-1.01'], status: 'FAILED', line: 20 },
      ],
    );
    assert.deepEqual(play.scenarios[1]?.failedStep, { text: 'étape 1', type: 'Action' });
    assert.equal(play.scenarios[1]?.durationMs, 49_000);
    assert.deepEqual([play.complete, play.truncated, play.problems], [true, false, []]);
  });

  it('are read as far as they go when the run was killed while writing', async () => {
    const text = ndjson(messagesOf(TWO));
    const play = await readPlay(file('cut.ndjson', text.slice(0, text.lastIndexOf('testRunFinished') + 8)));
    assert.deepEqual([play.scenarios.length, play.complete, play.truncated], [2, false, true]);
  });

  it('leave out a scenario that did not finish', async () => {
    const messages = messagesOf([{ name: 'interrompu', unfinished: true }], { killed: true });
    const play = await readPlay(file('killed.ndjson', ndjson(messages)));
    assert.deepEqual([play.scenarios.length, play.complete, play.truncated], [0, false, false]);
  });

  it('are incomplete when the file is empty or was never written', async () => {
    assert.equal((await readPlay(file('empty.ndjson', ''))).complete, false);
    const absent = await readPlay(join(folder, 'absent.ndjson'));
    assert.equal(absent.complete, false);
    assert.match(absent.problems.join(), /Aucun message/);
    assert.equal((await readPlay()).complete, false);
  });

  it('are pooled over shards, whose ids may be the same', async () => {
    const whole = file('shard1.ndjson', ndjson(messagesOf([{ name: 'un' }])));
    const other = file('shard2.ndjson', ndjson(messagesOf([{ name: 'deux' }])));
    const killed = file('shard3.ndjson', ndjson(messagesOf([{ name: 'trois' }], { killed: true })));
    const names = (await readPlay(whole, other)).scenarios.map(({ name }) => name);
    assert.deepEqual(names, ['un', 'deux']);
    assert.equal((await readPlay(whole, other)).complete, true);
    assert.equal((await readPlay(whole, killed)).complete, false);
  });

  it('may hold a line separator of Unicode inside a string', async () => {
    const play = await readPlay(file('u2028.ndjson', ndjson(messagesOf([{ name: 'avec \u2028 dedans' }]))));
    assert.deepEqual([play.truncated, play.scenarios[0]?.name], [false, 'avec \u2028 dedans']);
  });

  it('may hold lines longer than what is read at once, cut inside a character', async () => {
    const name = 'é€'.repeat(200_000);
    const play = await readPlay(file('long.ndjson', ndjson(messagesOf([{ name }, { name: 'après' }]))));
    assert.deepEqual(
      [play.truncated, play.scenarios.length, play.scenarios[0]?.name === name],
      [false, 2, true],
    );
  });
});

describe('a played scenario', () => {
  const playedAs = (spec: ScenarioSpec, run = {}) => {
    const [played] = playOf(messagesOf([spec], run)).scenarios;
    assert.ok(played);
    return played;
  };

  it('carries the failure of the failing step, plain or in BASE64, accents included', () => {
    for (const base64 of [false, true]) {
      const { failures } = playedAs(
        { name: 'x', steps: failingIn('Action', finding('« é » accepté')) },
        { base64 },
      );
      assert.deepEqual(failures, [finding('« é » accepté')]);
    }
  });

  it('does not take for its own what a step that passed had attached', () => {
    const [context, failing] = failingIn('Action');
    assert.ok(context && failing);
    const { failures } = playedAs({ name: 'x', steps: [{ ...context, failure: finding('avant') }, failing] });
    assert.deepEqual(failures, []);
  });

  it('keeps of attachments all but the body', () => {
    const { attachments } = playedAs({ name: 'x', steps: failingIn('Action', finding('ici')) });
    assert.deepEqual(attachments, [
      { mediaType: 'application/vnd.diapason.failure+json', fileName: 'constat', url: undefined, size: 35 },
    ]);
  });

  it('is known by its written name and the rank of its row, over all tables', () => {
    const { name, scenario, example } = playedAs({
      name: 'La ligne 3',
      outline: { name: 'La ligne <n>', row: 3 },
    });
    assert.deepEqual([name, scenario, example], ['La ligne 3', 'La ligne <n>', 3]);
  });

  it('is at the same place whatever the project and the separator', () => {
    const { uri, project } = playedAs({ name: 'x', uri: '[portail]:features\\1-id.feature' });
    assert.deepEqual([uri, project], ['features/1-id.feature', 'portail']);
    assert.equal(playedAs({ name: 'x', uri: './features/1-id.feature' }).uri, 'features/1-id.feature');
  });

  it('has not passed when a step never ended, as when a Playwright worker dies', () => {
    assert.equal(playedAs({ name: 'x', steps: [{ type: 'Outcome', seconds: -1 }] }).status, 'UNKNOWN');
  });

  it('has not passed when the run of the scenario has no duration although a step started later', () => {
    const messages = messagesOf([{ name: 'x' }]).map((envelope) =>
      envelope.testCaseFinished
        ? { testCaseFinished: { ...envelope.testCaseFinished, timestamp: { seconds: 1, nanos: 0 } } }
        : envelope,
    );
    assert.equal(playOf(messages).scenarios[0]?.status, 'UNKNOWN');
  });

  it('may take no time at all', () => {
    const instant = JSON.stringify(messagesOf([{ name: 'x' }])).replaceAll(
      /"seconds":[1-9]\d*/g,
      '"seconds":1',
    );
    assert.equal(playOf(JSON.parse(instant)).scenarios[0]?.status, 'PASSED');
  });

  it('has not passed when it has no step, or fewer than written', () => {
    assert.equal(playedAs({ name: 'x', steps: [] }).status, 'UNKNOWN');
    const messages = messagesOf([{ name: 'x' }]);
    const last = messages.findLastIndex(({ testStepFinished }) => testStepFinished);
    assert.equal(playOf(messages.toSpliced(last, 1)).scenarios[0]?.status, 'UNKNOWN');
  });

  it('is explained by what failed, not by what was skipped because of it', () => {
    const { failedStep, status } = playedAs({
      name: 'x',
      steps: [
        { type: 'Action', status: 'SKIPPED' },
        { type: 'Hook', status: 'FAILED', message: 'fixture' },
      ],
    });
    assert.deepEqual([status, failedStep?.type], ['FAILED', 'Hook']);
  });

  it('may skip a hook and pass', () => {
    assert.equal(
      playedAs({ name: 'x', steps: [{ type: 'Hook', status: 'SKIPPED' }, { type: 'Action' }] }).status,
      'PASSED',
    );
  });

  it('tells its error without colours', () => {
    const steps = failingIn('Action', undefined, '\u001b[31mError\u001b[39m: boum');
    assert.equal(playedAs({ name: 'x', steps }).error, 'Error: boum');
  });
});

describe('what breaks outside of scenarios', () => {
  const problemsOf = (...messages: unknown[]) => playOf(messages as Parameters<typeof playOf>[0]).problems;

  it('is told: a hook of the run, an error of the runner, an unreadable feature', () => {
    assert.match(
      problemsOf({ testRunHookFinished: { result: { status: 'FAILED', message: 'port' } } }).join(),
      /port/,
    );
    assert.match(
      problemsOf({ testRunFinished: { success: false, exception: { message: 'cfg' } } }).join(),
      /cfg/,
    );
    assert.match(problemsOf({ parseError: { message: 'ligne 3' } }).join(), /ligne 3/);
    assert.deepEqual(problemsOf({ testRunHookFinished: { result: { status: 'PASSED' } } }), []);
  });

  it('is told when the runner failed and no scenario says why', () => {
    assert.match(playOf(messagesOf([{ name: 'x' }], { success: false })).problems.join(), /aucun scénario/);
    assert.deepEqual(playOf(messagesOf(TWO)).problems, []);
    const hook = { testRunHookFinished: { result: { status: 'FAILED' } } };
    assert.equal(problemsOf(hook, { testRunFinished: { success: false } }).length, 1);
  });
});
