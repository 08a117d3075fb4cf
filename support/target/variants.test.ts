import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { variants } from '../../fixtures/variants/index.ts';
import { embeddedTarget } from './embedded.ts';
import { DECLARED, targetOfVariant } from './variants.ts';

describe('the target of a variant', () => {
  it('is declared for variants that exist only', () => {
    const known = variants.map(({ id }) => id);
    for (const id of Object.keys(DECLARED)) assert.ok(known.includes(id), id);
  });

  it('is the embedded one where no variant is chosen', () => {
    assert.equal(targetOfVariant(undefined, embeddedTarget), embeddedTarget);
    assert.equal(targetOfVariant('', embeddedTarget), embeddedTarget);
  });

  it('keeps what is not declared', () => {
    const { name, password, mail, lexicon } = targetOfVariant('strict', embeddedTarget);
    assert.match(name, /« strict »/);
    assert.deepEqual(password, { ...embeddedTarget.password, min: 12, kinds: 4 });
    assert.deepEqual(mail, embeddedTarget.mail);
    assert.equal(lexicon, embeddedTarget.lexicon);
  });

  it('believes in silence once the slow portal could have sent its mail', () => {
    assert.ok(targetOfVariant('lent', embeddedTarget).mail.quietMs > 3_000);
  });
});
