import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { HarnessSetupError } from '../support/setup-error.ts';
import { LOCK_FILE } from '../support/specification/lock.ts';
import { inProject, ROOT } from './root.ts';
import { start, temporary } from './run.test-support.ts';
import { specification } from './specification.ts';

const LOCK = readFileSync(inProject(LOCK_FILE), 'utf8');

describe('diapason specification', () => {
  it('compares with a catalogue alone, a dossier, or a checkout', (t) => {
    const folder = temporary(t);
    const out = join(folder, 'specification.html');
    mkdirSync(join(folder, 'dossier'));
    const before = LOCK.replace('Le mot de passe a au moins 8 caractères', 'Autre').replace(
      /("digest": ")0?\w/g,
      '$1z',
    );
    writeFileSync(join(folder, 'dossier/catalogue.json'), before);
    for (const since of [join(folder, 'dossier'), join(folder, 'dossier/catalogue.json')]) {
      assert.equal(specification({ since, out }), 0);
      assert.match(readFileSync(out, 'utf8'), /<del>Autre<\/del>/);
    }
    assert.equal(specification({ since: ROOT, out }), 0);
    assert.match(readFileSync(out, 'utf8'), /les règles sont les mêmes/);
  });

  it('writes the page where it is told, without any run', async (t) => {
    const folder = temporary(t);
    const out = join(folder, 'neuf/specification.html');
    const { code, output } = await start(folder, ['specification', '--out', out]).ended;
    assert.equal(code, 0, output);
    assert.match(output, /^Spécification écrite : .*specification\.html\n$/);
    assert.match(readFileSync(out, 'utf8'), /id="EX-4\.04"/);
  });

  it('says what is wrong with a version that is none, and what to do', (t) => {
    const file = join(temporary(t), 'x.json');
    writeFileSync(file, '{}');
    const refused = (since: string, message: RegExp) =>
      assert.throws(
        () => specification({ since }),
        (error) => {
          assert.ok(error instanceof HarnessSetupError);
          assert.match(error.message, message);
          assert.match(error.remedy, /^Donnez un /);
          return true;
        },
      );
    refused('nulle-part', /^Aucune version à comparer : /);
    refused(file, /^Catalogue des exigences illisible /);
  });
});
