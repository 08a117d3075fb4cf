import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { readCatalogue } from '../reports/catalogue.ts';
import { HarnessSetupError } from '../support/setup-error.ts';
import { readBaseline } from './baseline/file.ts';
import { BASELINE_SCHEMA_FILE, baselineJsonSchema } from './baseline/schema.ts';
import { baseline } from './baseline.ts';
import { inProject } from './root.ts';
import { assertNoStack, start, temporary } from './run.test-support.ts';

const catalogue = readCatalogue(inProject('features/catalogue.json'));

const ENTRY = {
  requirement: 'EX-4.07',
  outcome: 'non conforme',
  owner: 'Équipe portail',
  until: '2026-12-31',
};

describe('the file of a baseline', () => {
  const flawed: [string, unknown, RegExp][] = [
    ['without its list', {}, /known : clé obligatoire, absente/],
    ['with a key of another name', { connues: [] }, /connues : clé inconnue/],
    [
      'without an owner',
      { known: [{ ...ENTRY, owner: undefined }] },
      /known\.0\.owner : clé obligatoire, absente\. Ajoutez par exemple "owner": "Équipe portail"/,
    ],
    [
      'with an empty owner',
      { known: [{ ...ENTRY, owner: '' }] },
      /known\.0\.owner : un texte qui ne soit pas vide est attendu/,
    ],
    ['without an end', { known: [{ ...ENTRY, until: undefined }] }, /known\.0\.until : clé obligatoire/],
    [
      'with an end that is no day',
      { known: [{ ...ENTRY, until: '31/12/2026' }] },
      /known\.0\.until : une date est attendue, sous la forme « 2026-12-31 » ; donné : "31\/12\/2026"/,
    ],
    [
      'with an outcome that nobody can know',
      { known: [{ ...ENTRY, outcome: 'erreur du banc' }] },
      /known\.0\.outcome : une de ces valeurs est attendue/,
    ],
    [
      'with a requirement that is none',
      { known: [{ ...ENTRY, requirement: 'EX-4.99' }] },
      /EX-4\.99 n’est pas au catalogue\. Vouliez-vous dire EX-4\.\d\d \?/,
    ],
    ['with one twice', { known: [ENTRY, ENTRY] }, /known\.1\.requirement : EX-4\.07 est donnée deux fois/],
    [
      'of another target',
      { target: 'Autre', known: [] },
      /target : cette référence est celle de « Autre », et la cible se nomme « Essai »/,
    ],
    ['that is no object', [], /un objet est attendu/],
  ];
  for (const [what, content, sentence] of flawed)
    it(`is refused ${what}, naming the key and the fix`, (t) => {
      const path = join(temporary(t), 'reference.json');
      writeFileSync(path, JSON.stringify(content));
      assert.throws(
        () => readBaseline(path, catalogue, 'Essai'),
        (error: unknown) =>
          error instanceof HarnessSetupError && sentence.test(error.message) && error.remedy !== '',
      );
    });

  it('is refused with its line when it is no JSON, and when it is not there', (t) => {
    const path = join(temporary(t), 'reference.json');
    assert.throws(() => readBaseline(path, catalogue, 'Essai'), /est introuvable/);
    writeFileSync(path, '{\n  "known": [,]\n}');
    assert.throws(() => readBaseline(path, catalogue, 'Essai'), /ligne 2, n’est pas du JSON valide/);
  });

  it('is what its committed schema says: « npm run contract » writes it again', () => {
    assert.equal(readFileSync(inProject(BASELINE_SCHEMA_FILE), 'utf8'), baselineJsonSchema());
  });

  it('stops a run before anything is played', async (t) => {
    const ended = await start(temporary(t), ['run', '--baseline', 'nulle-part.json']).ended;
    assert.equal(ended.code, 3, ended.output);
    assert.match(
      ended.output,
      /✗ La référence connue nulle-part\.json est introuvable.*\n {2}→ .*diapason baseline/,
    );
    assertNoStack(ended);
  });
});

describe('diapason baseline', () => {
  function verdictOf(outcomes: Record<string, string>): string {
    const requirements = Object.entries(outcomes).map(([id, outcome]) => ({ requirement: { id }, outcome }));
    return JSON.stringify({ target: { name: 'Essai' }, requirements });
  }

  it('writes a file that is read again, and leaves out what says nothing of the portal', async (t) => {
    const folder = temporary(t);
    writeFileSync(
      join(folder, 'verdict.json'),
      verdictOf({ 'EX-1.01': 'conforme', 'EX-4.07': 'non conforme', 'EX-1.02': 'erreur du banc' }),
    );
    const file = join(folder, 'reference.json');
    const options = { from: folder, file, owner: 'Équipe portail', until: '2026-12-31' };
    assert.equal(await baseline(options), 0);
    assert.deepEqual(readBaseline(file, catalogue, 'Essai').known, [ENTRY]);
    await assert.rejects(baseline(options), /existe déjà/);
  });

  const refused: [string, Record<string, string>, RegExp][] = [
    [
      'without an owner, when nobody is there to say it',
      { until: '2026-12-31' },
      /un responsable et un dernier jour/,
    ],
    ['for a day that is none', { owner: 'x', until: '2026-02-30' }, /« 2026-02-30 » n’est pas un jour/],
    [
      'without a verdict',
      { from: 'nulle-part', owner: 'x', until: '2026-12-31' },
      /Aucun verdict à lire dans nulle-part/,
    ],
  ];
  for (const [what, options, sentence] of refused)
    it(`is refused ${what}`, async (t) => {
      const folder = temporary(t);
      const from = join(folder, 'verdict.json');
      writeFileSync(from, verdictOf({ 'EX-4.07': 'non conforme' }));
      await assert.rejects(baseline({ from, file: join(folder, 'r.json'), ...options }), sentence);
    });
});
