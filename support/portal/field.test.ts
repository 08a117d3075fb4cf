import assert from 'node:assert/strict';
import { it } from 'node:test';
import { Field } from './field.ts';
import { html, useBrowser } from './page.test-support.ts';
import { wantedOf } from './selector.ts';

const pageFor = useBrowser();

const FIFTEEN = '732829320000741';

/** Rewrites what is typed in groups, as some portals do. */
const GROUPED = `<input aria-label="SIRET" oninput="this.value = this.value.replace(/^(\\d{3})(\\d{3})(\\d{3})/, '$1 $2 $3 ')">`;

const MAKES: ReadonlyArray<readonly [string, string, boolean]> = [
  ['a field that takes all', '<input aria-label="SIRET">', true],
  ['a field that writes it in groups', GROUPED, true],
  ['a field of 14 characters', '<input aria-label="SIRET" maxlength="14">', false],
];

for (const [make, body, keeps] of MAKES) {
  it(`${make} ${keeps ? 'keeps' : 'refuses the last of'} 15 digits, in the eyes of who types them`, async (t) => {
    const page = await pageFor(t);
    await page.setContent(html(body));
    const search = { page, kind: 'field', name: 'SIRET', where: 'Étape 1' } as const;
    const field = new Field(page.getByLabel('SIRET'), search, wantedOf(['SIRET']), () => undefined);
    assert.equal(await field.keeps(FIFTEEN), keeps);
    assert.equal(field.decision?.outcome, keeps ? undefined : 'refused');
    await field.keeps('73282932000074');
    assert.equal(field.decision, undefined, 'what was cut before is forgotten');
  });
}
