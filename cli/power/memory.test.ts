import assert from 'node:assert/strict';
import { appendFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { untried } from '../../reports/power/diagnosis.ts';
import { Memory } from './memory.ts';

function fileFor(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'diapason-mémoire-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, 'power', 'mémoire.ndjson');
}

const idsIn = (memory: Memory) => memory.recall().map(({ subject }) => subject.id);
const diagnosis = (id: string) => untried({ id, sentence: 'D.' });

describe('Memory', () => {
  it('gives back what an interrupted campaign kept, without the line it was cut in', (t) => {
    const file = fileFor(t);
    const first = new Memory(file, 'sources');
    assert.deepEqual(idsIn(first), []);
    first.add(diagnosis('a'));
    first.add(diagnosis('b'));
    appendFileSync(file, '\n{"subject":{"id":"c"');
    const second = new Memory(file, 'sources');
    assert.deepEqual(idsIn(second), ['a', 'b']);
    second.add(diagnosis('c'));
    assert.deepEqual(idsIn(second), ['a', 'b', 'c']);
  });

  it('gives back nothing once the sources have changed, or it was told to forget', (t) => {
    const file = fileFor(t);
    const first = new Memory(file, 'sources');
    first.recall();
    first.add(diagnosis('a'));
    assert.deepEqual(idsIn(new Memory(file, 'autres')), []);
    assert.deepEqual(idsIn(new Memory(file, 'sources')), []);
    new Memory(file, 'sources').forget();
    assert.equal(existsSync(file), false);
  });
});
