import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Page } from '@playwright/test';
import { PAYLOAD_TYPE } from '../../reports/dossier/envelope.ts';
import { dossierPage } from '../../reports/dossier/pages/dossier-page.ts';
import { picture, recordedDossier } from '../../reports/dossier/pages/sample.test-support.ts';
import { signaturesPage } from '../../reports/dossier/pages/signatures-page.ts';
import { READERS, usePages, violationsOf } from './pages.test-support.ts';
import { wholeRun } from './whole-run.test-support.ts';

const open = usePages();
const failing = await wholeRun('EX-4.04', 'EX-2.06', 'EX-1.13');
const page = dossierPage(failing);
/** Every kind of failure, and a proof of each kind: axe is slow on a whole run. */
const small = await smallDossier();

async function smallDossier(): Promise<string> {
  const dossier = await recordedDossier('pannes', { doubts: ['Le portail a changé.'] });
  const [{ requirement, scenarios } = assert.fail('no requirement')] = dossier.verdict.requirements;
  const name = scenarios[0]?.name ?? '';
  const mail = { path: 'preuves/a.eml', mediaType: 'message/rfc822', title: 'Courriel' };
  return dossierPage({
    ...dossier,
    run: { ...dossier.run, challenge: 'AUDIT', version: { before: '1', after: '2' } },
    evidence: [picture(requirement.id, name), picture(requirement.id, name, mail)],
    signers: [{ role: 'éditeur', keyid: '3f1c' }],
  });
}

function shownIds(shown: Page): Promise<string[]> {
  return shown
    .locator('article.requirement')
    .evaluateAll((cards) => cards.filter((card) => card.checkVisibility()).map(({ id }) => id));
}

function rest(shown: Page): Promise<string> {
  return shown.locator('#reste').innerText();
}

describe('dossier.html in a browser', () => {
  for (const [reader, as] of Object.entries(READERS)) {
    it(`is accessible, holds in the width and asks for nothing, at ${reader}`, async (t) => {
      const { page: shown, requests, said } = await open(t, small, as);
      assert.deepEqual(await violationsOf(shown), []);
      const width = await shown.evaluate(() => document.documentElement.scrollWidth);
      assert.equal(width, as.viewport?.width);
      assert.deepEqual({ requests, said }, { requests: [], said: [] });
    });
  }

  it('leads to a page that says who has signed since, as easy to read', async (t) => {
    const [one, other] = ['3f'.repeat(32), 'a0'.repeat(32)];
    const signature = { sig: '', publicKey: '' };
    const signatures = [
      { ...signature, role: 'éditeur', keyid: one },
      { ...signature, role: 'laboratoire', keyid: other },
    ] as const;
    const text = signaturesPage({ payloadType: PAYLOAD_TYPE, payload: '', signatures });
    const { page: shown, said } = await open(t, text, READERS['a phone, by night']);
    assert.deepEqual(await violationsOf(shown), []);
    assert.equal(await shown.evaluate(() => document.documentElement.scrollWidth), 390);
    const body = await shown.locator('body').innerText();
    assert.match(body, new RegExp(`Attesté par un laboratoire \\(clé ${other.slice(0, 16)}\\)`));
    assert.ok(body.includes(one) && body.includes(other));
    assert.ok(((await shown.locator('h1').boundingBox())?.x ?? 0) >= 16, 'it has margins');
    assert.deepEqual(said, []);
  });

  it('is accessible when it tells a whole run, on a phone', async (t) => {
    const { page: shown } = await open(t, page, READERS['a phone, by day']);
    assert.deepEqual(await violationsOf(shown), []);
    assert.equal(await shown.evaluate(() => document.documentElement.scrollWidth), 390);
  });

  it('is filtered by keyboard alone, and announces how many requirements remain', async (t) => {
    const { page: shown } = await open(t, page);
    const total = failing.verdict.requirements.length;
    assert.equal(await rest(shown), `${total} exigences`);
    await shown.getByRole('checkbox', { name: /^non conforme/ }).focus();
    await shown.keyboard.press('Space');
    assert.deepEqual(await shownIds(shown), ['EX-2.06', 'EX-4.04']);
    assert.equal(await rest(shown), `2 exigences sur ${total}`);
    await shown.getByRole('checkbox', { name: /^4 · Activation/ }).press('Space');
    assert.deepEqual(await shownIds(shown), ['EX-4.04']);
    assert.equal(await shown.locator('#reste').getAttribute('aria-live'), 'polite');
    await shown.getByRole('button', { name: 'Tout montrer' }).press('Enter');
    assert.equal((await shownIds(shown)).length, total);
    await shown.getByRole('checkbox', { name: /^robuste/ }).press('Space');
    const robust = failing.verdict.requirements.filter(({ requirement }) => requirement.level === 'robuste');
    assert.equal((await shownIds(shown)).length, robust.length);
  });

  it('looks for words whatever their case, accents and order, and hides the steps left empty', async (t) => {
    const { page: shown } = await open(t, page);
    await shown.getByRole('searchbox', { name: 'Texte' }).pressSequentially('caracteres PASSE au moins 8');
    await shown.keyboard.press('Enter');
    assert.deepEqual(await shownIds(shown), ['EX-4.04']);
    assert.equal(await shown.locator('section.step:visible').count(), 1);
    await shown.getByRole('searchbox').fill('rien de tel');
    assert.match(await rest(shown), /^0 exigence sur /);
  });

  it('shows whatever a link leads to, even filtered out', async (t) => {
    const { page: shown } = await open(t, page);
    await shown.getByRole('checkbox', { name: /^non conforme/ }).press('Space');
    await shown.getByRole('link', { name: /^EX-3\.01, conforme/ }).press('Enter');
    await shown.locator('#EX-3\\.01').waitFor({ state: 'visible' });
    assert.ok(await shown.locator('#EX-3\\.01').evaluate((card) => card.getBoundingClientRect().top < 900));
  });

  it('shows everything without script, and hides the filters', async (t) => {
    const { page: shown } = await open(t, page, { javaScriptEnabled: false });
    assert.equal(
      await shown.locator('article.requirement:visible').count(),
      failing.verdict.requirements.length,
    );
    assert.equal(await shown.locator('#filtres').isVisible(), false);
  });

  it('prints the whole, commands included, whatever was filtered', async (t) => {
    const { page: shown } = await open(t, page);
    await shown.getByRole('checkbox', { name: /^non conforme/ }).press('Space');
    await shown.emulateMedia({ media: 'print' });
    assert.equal((await shownIds(shown)).length, failing.verdict.requirements.length);
    assert.equal(await shown.locator('#filtres').isVisible(), false);
    assert.ok(await shown.locator('#EX-1\\.01 pre').isVisible());
  });

  it('runs nothing that a portal, a mail or a target file says', async (t) => {
    const hostile =
      '</title></style><script>document.title="pris"</script><img src=x onerror="document.title=\'pris\'">';
    const [first, ...others] = failing.verdict.requirements;
    const scenario = {
      ...first?.scenarios[0],
      name: hostile,
      sentences: [hostile],
      outcome: 'non conforme',
      plays: [],
    };
    const verdict = {
      ...failing.verdict,
      target: { name: hostile, url: hostile, lacks: [hostile], vendor: hostile },
      requirements: [{ ...first, scenarios: [scenario] }, ...others],
    } as typeof failing.verdict;
    const proof = picture(first?.requirement.id ?? '', hostile, { path: 'javascript:document.title="pris"' });
    const text = dossierPage({ ...failing, verdict, evidence: [proof] });
    const { page: shown, said, requests } = await open(t, text);
    await shown.locator('.proof a').first().click();
    await shown.waitForLoadState().catch(() => undefined);
    assert.notEqual(await shown.title(), 'pris');
    assert.deepEqual(
      said.filter((words) => !words.startsWith('Failed to load')),
      [],
    );
    assert.deepEqual(
      requests.filter((url) => !url.startsWith('file:')),
      [],
    );
  });

  it('would run nothing either if something were left unescaped: its policy refuses', async (t) => {
    const text = page.replace(
      '<main>',
      '<main><script>document.title="pris"</script><img src="http://127.0.0.1:9/x" onerror="document.title=\'pris\'">',
    );
    const { page: shown, said, requests } = await open(t, text);
    assert.notEqual(await shown.title(), 'pris');
    assert.deepEqual(requests, []);
    assert.ok(
      said.some((words) => words.includes('Content Security Policy')),
      said.join('\n'),
    );
  });

  it('weighs less than 10 MB for a whole run, a picture for each scenario', async () => {
    const thumbnail = `data:image/png;base64,${'A'.repeat(16_000)}`;
    const evidence = failing.verdict.requirements.flatMap(({ requirement, scenarios }) =>
      scenarios.map(({ name }) => picture(requirement.id, name, { thumbnail })),
    );
    const size = Buffer.byteLength(dossierPage({ ...failing, evidence }));
    assert.ok(evidence.length > 100 && size < 10_000_000, `${evidence.length} images, ${size} octets`);
  });
});
