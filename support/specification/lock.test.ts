import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { type Flaw, parseFeature } from './feature-file.ts';
import { checkLock, LOCK_FILE, lockOf } from './lock.ts';

const FEATURE = `# language: fr
Fonctionnalité: 1 — S'identifier

  @EX-1.01 @essentiel @si-insee
  Règle: Le SIRET est obligatoire
    Guide, étape 1.

    Scénario: Sans SIRET
      Quand il s'identifie sans SIRET

  @EX-1.02 @robuste @devrait
  Règle: Le reste
    Lecture.

    Plan du scénario: Avec <x>
      Quand il s'identifie avec <x>

      Exemples:
        | x |
        | a |
        | b |
`;

function filesOf(text: string) {
  return [parseFeature('features/1.feature', text)];
}

/** A project whose committed lock is this one, when it has one. */
function projectWith(t: TestContext, lock: string | undefined): string {
  const root = mkdtempSync(join(tmpdir(), 'diapason-verrou-'));
  t.after(() => rmSync(root, { recursive: true }));
  mkdirSync(join(root, 'features'));
  if (lock !== undefined) writeFileSync(join(root, LOCK_FILE), lock);
  return root;
}

/** What a lock of the feature says of the feature once a passage is replaced. */
function flawsAfter(t: TestContext, passage: string, replacement: string): Flaw[] {
  assert.ok(FEATURE.includes(passage), passage);
  const root = projectWith(t, lockOf(filesOf(FEATURE)));
  return checkLock(root, filesOf(FEATURE.replace(passage, replacement)));
}

describe('lockOf', () => {
  it('says of each rule what a run must play', () => {
    const { version, requirements } = JSON.parse(lockOf(filesOf(FEATURE)));
    assert.equal(version, 1);
    const [first, second] = requirements;
    assert.match(first.digest, /^[0-9a-f]{64}$/);
    assert.deepEqual(
      { ...first, digest: '' },
      {
        id: 'EX-1.01',
        sentence: 'Le SIRET est obligatoire',
        feature: 'features/1.feature',
        step: 1,
        level: 'essentiel',
        obligation: 'exige',
        conditions: ['si-insee'],
        scenarios: [{ name: 'Sans SIRET', examples: 0, line: 8 }],
        digest: '',
      },
    );
    assert.deepEqual(second.scenarios, [{ name: 'Avec <x>', examples: 2, line: 15 }]);
    assert.equal(second.obligation, 'devrait');
  });

  it('puts the rules in the order of their ids, whatever file they stand in', () => {
    const late = parseFeature(
      'features/0.feature',
      FEATURE.replace('EX-1.01', 'EX-4.01').replace('EX-1.02', 'EX-4.02'),
    );
    const { requirements } = JSON.parse(lockOf([late, ...filesOf(FEATURE)])) as {
      requirements: { id: string }[];
    };
    assert.deepEqual(
      requirements.map(({ id }) => id),
      ['EX-1.01', 'EX-1.02', 'EX-4.01', 'EX-4.02'],
    );
  });
});

describe('checkLock', () => {
  it('finds nothing when the features are those that were locked', (t) => {
    assert.deepEqual(flawsAfter(t, 'Guide', 'Guide'), []);
  });

  const changes: ReadonlyArray<readonly [string, string, string, string]> = [
    ['a changed sentence', "il s'identifie sans SIRET", 'il arrive', 'EX-1.01'],
    ['a changed rule', 'Le reste', 'Le reste aussi', 'EX-1.02'],
    ['a changed provenance', 'Lecture.', 'Autre lecture.', 'EX-1.02'],
    ['a changed example', '| b |', '| c |', 'EX-1.02'],
    ['a removed example', '        | b |\n', '', 'EX-1.02'],
    ['a changed level', '@robuste', '@essentiel', 'EX-1.02'],
    ['a rule made advice', '@essentiel', '@essentiel @devrait', 'EX-1.01'],
    ['a new condition', '@robuste', '@robuste @si-captcha', 'EX-1.02'],
    ['a renamed scenario', 'Scénario: Sans SIRET', 'Scénario: Rien', 'EX-1.01'],
    ['a tag on a scenario', '    Scénario:', '    @seul\n    Scénario:', 'EX-1.01'],
    ['an id that became another', '@EX-1.02', '@EX-1.03', 'EX-1.02, EX-1.03'],
  ];
  for (const [what, passage, replacement, ids] of changes) {
    it(`names the rule of ${what}`, (t) => {
      const [flaw, ...more] = flawsAfter(t, passage, replacement);
      assert.equal(more.length, 0);
      assert.equal(flaw?.file, LOCK_FILE);
      assert.ok(flaw?.reason.includes(`(${ids})`) || flaw?.reason.includes(ids), flaw?.reason);
      assert.match(flaw?.reason ?? '', /npm run lock/);
    });
  }

  it('names a new scenario, and a new rule', (t) => {
    const added = flawsAfter(t, '  @EX-1.02', '    Scénario: Avec\n      Quand il arrive\n\n  @EX-1.02');
    assert.match(added[0]?.reason ?? '', /EX-1\.01/);
    const rule = flawsAfter(
      t,
      '  @EX-1.02',
      '  @EX-1.05 @robuste\n  Règle: R\n    Lecture.\n\n    Scénario: S\n      Quand il arrive\n\n  @EX-1.02',
    );
    assert.match(rule[0]?.reason ?? '', /EX-1\.05/);
    assert.doesNotMatch(rule[0]?.reason ?? '', /EX-1\.01/);
  });

  it('says nothing of a rule that only moved, or was indented otherwise', (t) => {
    assert.deepEqual(flawsAfter(t, '  @EX-1.01', '\n\n  @EX-1.01'), []);
    assert.deepEqual(flawsAfter(t, "      Quand il s'identifie sans", "    Quand il s'identifie sans"), []);
  });

  it('refuses a missing lock, naming every rule', (t) => {
    const [flaw] = checkLock(projectWith(t, undefined), filesOf(FEATURE));
    assert.match(flaw?.reason ?? '', /EX-1\.01, EX-1\.02/);
  });

  it('refuses a lock that is not JSON, or not a lock', (t) => {
    for (const lock of ['{', '{}', '[]', 'null']) {
      assert.equal(checkLock(projectWith(t, lock), filesOf(FEATURE)).length, 1, lock);
    }
  });

  it('refuses a lock written otherwise, though it says the same', (t) => {
    const lock = JSON.stringify(JSON.parse(lockOf(filesOf(FEATURE))));
    assert.match(checkLock(projectWith(t, lock), filesOf(FEATURE))[0]?.reason ?? '', /forme du fichier/);
  });
});
