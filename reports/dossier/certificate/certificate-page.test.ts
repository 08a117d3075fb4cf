import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { recordedDossier } from '../pages/sample.test-support.ts';
import { certificatePage } from './certificate-page.ts';

const MANIFEST = 'cd'.repeat(32);

function seen(page: string): string {
  const [, body = ''] = page.split('<body>');
  return body
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&#39;', "'")
    .replaceAll(/[\s\u00a0]+/g, ' ');
}

describe('the certificate', () => {
  it('names the portal, the levels, those not assessed, on whose word, and how to verify it', async () => {
    const text = seen(certificatePage(await recordedDossier('entier'), MANIFEST));
    for (const part of [
      'Portail 4.2.0 ACME · https://recette.acme.test/ CONFORME aux exigences des niveaux essentiel et robuste',
      '4 exigences, 6 scénarios joués dans un vrai navigateur le 28 novembre 2026.',
      'Niveaux non évalués : sécurité (1 exigence), accessibilité (aucune exigence dans ce catalogue).',
      'Auto-évaluation, non signée. Non homologué par le service public.',
      'Écarté par la cible captcha : sans raison donnée',
      'Réserves EX-9.03',
      'graine 42 · e65ec517f0c6',
      `Empreinte SHA-256 des preuves : ${MANIFEST} `,
      'npx diapason verify',
    ])
      assert.ok(text.includes(part), `« ${part} » : ${text}`);
  });

  it('escapes what the target file says', async () => {
    const dossier = await recordedDossier('entier');
    const target = { ...dossier.verdict.target, name: '<script>alert(1)</script>' };
    const page = certificatePage({ ...dossier, verdict: { ...dossier.verdict, target } }, MANIFEST);
    assert.doesNotMatch(page, /<script/);
  });

  for (const [what, more] of [
    ['not conform', { target: { name: 'P', url: 'http://p.test/', lacks: [] } }],
    ['of a selection', { partial: true, selection: ['EX-9.02'] }],
    ['incomplete', { doubts: ['Le portail a changé.'] }],
    ['of a broken bench', { preflightFailure: 'Hors ligne.' }],
    ['of nothing', { levels: ['accessible'] }],
  ] as const)
    it(`is refused to a run that is ${what}`, async () => {
      const dossier = await recordedDossier('entier', more as object);
      assert.throws(() => certificatePage(dossier, MANIFEST), /^Error: Pas de certificat\. /);
    });

  it('is refused to a verdict that calls itself CONFORME while something is not proven', async () => {
    const dossier = await recordedDossier('entier');
    const [first, ...others] = dossier.verdict.requirements;
    const requirements = [{ ...(first ?? assert.fail()), outcome: 'non jouée' as const }, ...others];
    const verdict = { ...dossier.verdict, requirements };
    assert.throws(() => certificatePage({ ...dossier, verdict }, MANIFEST), /sans que tout soit prouvé/);
    assert.throws(
      () => certificatePage({ ...dossier, verdict: { ...verdict, partial: true } }, MANIFEST),
      /sélection/,
    );
  });
});
