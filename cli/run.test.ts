import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { edit, sealAgain } from '../reports/dossier/golden.test-support.ts';
import { THUMBNAIL as WHITE } from '../reports/dossier/pages/sample.test-support.ts';
import { examined } from './dossier/examined.ts';
import { assertNoStack, childrenOf, PROC, start, temporary } from './run.test-support.ts';

describe('diapason run, for real', { concurrency: 2 }, () => {
  it('exits with 0 and PARTIEL for a requirement that the embedded portal keeps', async (t) => {
    const out = temporary(t);
    const { code, output } = await start(out, ['run', '--requirement', 'EX-1.01']).ended;
    assert.equal(code, 0, output);
    assert.match(output, /VERDICT : PARTIEL$/m);
    assert.match(output, /1\/1 ✓ EX-1\.01/);
    for (const report of ['messages.ndjson', 'verdict.json', 'junit.xml', 'playwright/index.html'])
      assert.ok(existsSync(join(out, report)), report);
    assert.equal(existsSync(join(out, 'rejeu')), false);
  });

  it('exits with 1, the finding, a replay with its trace and a dossier, when the portal breaks it', async (t) => {
    const out = temporary(t);
    const defect = { DIAPASON_DEFECT: 'accueil-sans-champs' };
    const asked = ['run', '--requirement', 'EX-1.01', '--challenge', 'AUDIT-7F3A'];
    const { code, output } = await start(out, asked, defect).ended;
    assert.equal(code, 1, output);
    assert.match(output, /VERDICT : PARTIEL — NON CONFORME/);
    assert.match(
      output.replace(/\s+/g, ' '),
      /EX-1\.01 — .*« Adresse électronique de connexion » a été cherché/,
    );
    const replayed = readdirSync(join(out, 'rejeu/artefacts'), { recursive: true, encoding: 'utf8' });
    assert.ok(replayed.some((file) => file.endsWith('trace.zip')));
    assert.match(output, /Dossier, à signer par « diapason report --key » : .*dossier$/m);
    const { flaws, content } = await examined(join(out, 'dossier'));
    assert.deepEqual(flaws, []);
    assert.equal(content?.serie.challenge, 'AUDIT-7F3A');
    assert.equal(content?.dossier.plays.length, 2);
    assert.ok(content?.dossier.evidence.some(({ title }) => title === 'Au moment du constat'));
    await assertPagesVerified(join(out, 'dossier'));
  });

  it('exits with 3, without a stack trace, when the portal is not there', async (t) => {
    const out = temporary(t);
    const target = join(out, 'cible.json');
    writeFileSync(target, '{ "name": "Essai", "url": "http://127.0.0.1:9/" }');
    // The reports' folder is emptied by a run: the target stands elsewhere.
    const ended = await start(join(out, 'rapports'), ['run'], { TARGET: target }).ended;
    assert.equal(ended.code, 3, ended.output);
    assert.match(ended.output, /✗ Le portail « Essai » ne répond pas à l'adresse http:\/\/127\.0\.0\.1:9\//);
    assert.doesNotMatch(ended.output, /VERDICT/);
    assertNoStack(ended);
    assert.ok(ended.ms < 10_000, `${ended.ms} ms`);
  });

  it('exits with 3, without a stack trace, when the shard is none of the suite', async (t) => {
    const ended = await start(temporary(t), ['run', '--shard', '0/2']).ended;
    assert.equal(ended.code, 3, ended.output);
    assert.match(ended.output, /✗ « 0\/2 » n'est pas une tranche de la suite\.\n {2}→ /);
    assertNoStack(ended);
  });

  it('exits with 3, without a stack trace, when the target file is not there', async (t) => {
    const ended = await start(temporary(t), ['run', '--target', 'nulle-part.json']).ended;
    assert.equal(ended.code, 3, ended.output);
    assert.match(ended.output, /✗ .*nulle-part\.json est introuvable.*\n {2}→ /);
    assertNoStack(ended);
  });
});

/** Whoever changes a page can do the manifest and the attestation again: the pages are made again, and tell. */
async function assertPagesVerified(dossier: string): Promise<void> {
  const page = readFileSync(join(dossier, 'dossier.html'), 'utf8');
  const [first = '', other = ''] = page.match(/(?<=<img src=")data:image[^"]+/g) ?? [];
  assert.notEqual(first, '', 'a picture is shown in small');
  const changes: [string, (text: string) => string, RegExp][] = [
    [
      'dossier.html',
      (text) => text.replace('NON CONFORME</h2>', 'CONFORME</h2>'),
      /^Fichier récrit : dossier\.html .* dès sa ligne \d+ : « .*CONFORME<\/h2> », au lieu de/m,
    ],
    [
      'dossier.html',
      (text) => text.replace(first, other === first ? WHITE : other),
      /^dossier\.html ne montre pas preuves\/.* en petit : la vignette a été ôtée ou échangée/m,
    ],
    [
      'specification.html',
      (text) => text.replace('</main>', '<p>Signé.</p></main>'),
      /^Fichier récrit : specification\.html/m,
    ],
    [
      'signatures.html',
      (text) => text.replace('Auto-évaluation, non signée', 'Attesté par un laboratoire'),
      /^Fichier récrit : signatures\.html/m,
    ],
  ];
  for (const [path, change, said] of changes) {
    const before = readFileSync(join(dossier, path), 'utf8');
    edit(dossier, path, change);
    sealAgain(dossier);
    const { flaws } = await examined(dossier);
    assert.match(flaws.join('\n'), said);
    writeFileSync(join(dossier, path), before);
  }
  sealAgain(dossier);
  assert.deepEqual((await examined(dossier)).flaws, []);
}

describe('diapason run, interrupted', { concurrency: 2 }, () => {
  for (const whom of ['its whole group', 'it alone'] as const) {
    it(
      `ends within 5 s with 130, and leaves nothing behind, when ${whom} is interrupted`,
      PROC,
      async (t) => {
        const out = temporary(t);
        const { child, ended, says } = start(out, ['run']);
        const pid = child.pid ?? assert.fail('not started');
        t.after(() => {
          if (child.exitCode === null) process.kill(-pid, 'SIGKILL');
        });
        // The first ones sign nobody up.
        await says('le même est invité à compléter ses informations');
        assert.ok(
          childrenOf(out).some((command) => /chrom/.test(command)),
          'a browser was at work',
        );
        const began = performance.now();
        process.kill(whom === 'it alone' ? pid : -pid, 'SIGINT');
        const { code, output } = await ended;
        const ms = performance.now() - began;
        assert.equal(code, 130, output);
        assert.ok(ms < 5_000, `${ms} ms`);
        assert.match(output, /Série interrompue : aucun verdict/);
        assert.doesNotMatch(output, /VERDICT/);
        assert.deepEqual(childrenOf(out), []);
        const [, ...accounts] = readFileSync(join(out, 'comptes-crees.csv'), 'utf8').trimEnd().split('\n');
        assert.ok(accounts.length > 0, 'the accounts begun are listed');
        assert.equal(new Set(accounts.map((line) => line.split('"')[1])).size, accounts.length, 'once each');
      },
    );
  }
});
