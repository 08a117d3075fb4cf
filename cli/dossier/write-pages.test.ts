import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { writeCertificate } from '../../reports/dossier/certificate/write-certificate.ts';
import { picture, recordedDossier } from '../../reports/dossier/pages/sample.test-support.ts';
import { writeDossierPages } from '../../reports/dossier/pages/write-pages.ts';
import { withBrowserPage } from './browser-page.ts';
import { printedSheet } from './print-page.ts';

function temporary(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'diapason-dossier-'));
  t.after(() => rmSync(folder, { recursive: true }));
  return folder;
}

describe('the pages of a dossier', () => {
  it('are written beside its proofs, each picture in small', async (t) => {
    const folder = temporary(t);
    const dossier = await recordedDossier('entier');
    mkdirSync(join(folder, 'preuves'));
    const png = await withBrowserPage((page) => page.screenshot());
    writeFileSync(join(folder, 'preuves/a.png'), png);
    const { thumbnail: _, ...proof } = picture('EX-9.01', 'Le cas un réussit', { path: 'preuves/a.png' });
    writeDossierPages({ ...dossier, evidence: [proof] }, folder);
    assert.match(
      readFileSync(join(folder, 'dossier.html'), 'utf8'),
      /<a href="preuves\/a\.png"><img src="data:image\/png/,
    );
    assert.match(readFileSync(join(folder, 'specification.html'), 'utf8'), /Diapason 0\.1\.0/);
  });
});

describe('certificat.pdf', () => {
  const manifest = 'cd'.repeat(32);

  it('is one A4 page with a title and a language, even when all that it tells is long', async (t) => {
    const folder = temporary(t);
    const dossier = await recordedDossier('entier');
    const long = 'Portail des fournisseurs de la communauté d’agglomération du Pays de la Loire';
    const target = {
      ...{ ...dossier.verdict.target, name: long, vendor: long, reasons: { captcha: `${long}, ${long}` } },
      overrides: ['driver.login.fill', 'driver.activation.open', 'mail.read', 'captcha.read'],
    };
    const signers = [
      { role: 'éditeur', keyid: manifest },
      { role: 'laboratoire', keyid: manifest },
    ] as const;
    const told = { ...dossier, verdict: { ...dossier.verdict, target }, signers };
    assert.equal(await writeCertificate(told, { folder, print: printedSheet }), true);
    const pdf = readFileSync(join(folder, 'certificat.pdf')).toString('latin1');
    assert.equal(pdf.match(/\/Type\s*\/Page\b/g)?.length, 1);
    assert.match(pdf, /\/MediaBox\s*\[0 0 59[45]\.?\d* 84[12]\.?\d*\]/);
    assert.match(pdf, /\/Lang\s*\(fr\)/);
    assert.match(pdf, /\/Title\s*[(<]/);
  });

  it('is written for no run that is not CONFORME', async (t) => {
    const folder = temporary(t);
    const dossier = await recordedDossier('pannes');
    const print = (): never => assert.fail('printed');
    assert.equal(await writeCertificate(dossier, { folder, print }), false);
    assert.equal(existsSync(join(folder, 'certificat.pdf')), false);
  });
});
