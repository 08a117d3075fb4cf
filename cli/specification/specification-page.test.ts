import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { specificationPage } from '../../reports/dossier/specification/specification-page.ts';
import { READERS, usePages, violationsOf } from '../dossier/pages.test-support.ts';
import { wholeRun } from '../dossier/whole-run.test-support.ts';

const open = usePages();
const dossier = await wholeRun('EX-4.04');

/** The rules of a moment before: one was worded otherwise, one was not there, one has gone since. */
const since = {
  label: '« hier »',
  catalogue: {
    ...dossier.catalogue,
    requirements: dossier.catalogue.requirements
      .slice(1)
      .map((rule) =>
        rule.id === 'EX-1.02'
          ? { ...rule, sentence: 'L’adresse est demandée', level: 'robuste' as const, digest: '' }
          : rule,
      ),
  },
  features: dossier.features,
};
const page = specificationPage(dossier, { since, suite: '0.1.0' });
/** Every kind of thing that it holds, for axe, which is slow on all the rules. */
const part = specificationPage(
  { ...dossier, features: dossier.features.filter(({ path }) => path.includes('2-informations')) },
  { since },
);

describe('specification.html in a browser', () => {
  for (const reader of ['a desk, by day', 'a phone, by night']) {
    it(`is accessible, holds in the width and asks for nothing, at ${reader}`, async (t) => {
      const { page: shown, requests, said } = await open(t, part, READERS[reader]);
      assert.deepEqual(await violationsOf(shown), []);
      const width = await shown.evaluate(() => document.documentElement.scrollWidth);
      assert.equal(width, READERS[reader]?.viewport?.width);
      assert.deepEqual({ requests, said }, { requests: [], said: [] });
    });
  }

  it('prints its page of signature whole, on a page of its own', async (t) => {
    const { page: shown } = await open(t, page);
    await shown.emulateMedia({ media: 'print' });
    const style = await shown
      .locator('.signature')
      .evaluate((section) => [getComputedStyle(section).breakBefore, getComputedStyle(section).breakInside]);
    assert.deepEqual(style, ['page', 'avoid']);
    assert.equal(await shown.locator('.signature').getByRole('row').count(), 4);
  });
});
