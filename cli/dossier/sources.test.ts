import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { temporary } from '../../reports/dossier/dossier.test-support.ts';
import { sourcesDigest } from './sources.ts';

/** The digest of a project of these files. */
function digestOf(t: TestContext, files: Readonly<Record<string, string>>, but?: readonly string[]): string {
  const root = temporary(t);
  for (const [file, text] of Object.entries({ 'package-lock.json': '{}', ...files })) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  }
  return sourcesDigest(root, but);
}

const PROJECT = { 'steps/lien.ts': 'un\ndeux\n', 'features/1.feature': 'Règle: une' };

describe('the digest of the suite', () => {
  const others: [string, Record<string, string>][] = [
    ['a source that changes', { ...PROJECT, 'steps/lien.ts': 'un\ntrois\n' }],
    ['one more source', { ...PROJECT, 'support/portal/champ.ts': '' }],
    ['a rule that changes', { ...PROJECT, 'features/1.feature': 'Règle: autre' }],
    ['other packages', { ...PROJECT, 'package-lock.json': '{"a":1}' }],
  ];
  for (const [title, files] of others) {
    it(`is another with ${title}`, (t) => assert.notEqual(digestOf(t, files), digestOf(t, PROJECT)));
  }

  it('leaves out what it is told to', (t) => {
    const figures = 'reports/power.json';
    const of = (text: string) => digestOf(t, { ...PROJECT, [figures]: text }, [figures]);
    assert.equal(of('{}'), of('{"defects":{}}'));
    assert.equal(of('{}'), digestOf(t, PROJECT));
  });

  const same: Record<string, string> = {
    'steps/lien.ts': 'un\r\ndeux\r\n',
    'fixtures/portals/guichet/pages.pyc': 'x',
    'support/pace.test.ts': 'x',
    'reports/recordings/pannes.json': 'x',
    'reports/out/verdict.json': 'x',
    'bench/bench.ts': 'x',
  };
  for (const [file, text] of Object.entries(same)) {
    it(`is the same whatever ${file} holds, as it plays nothing or the same`, (t) =>
      assert.equal(digestOf(t, { ...PROJECT, [file]: text }), digestOf(t, PROJECT)));
  }
});
