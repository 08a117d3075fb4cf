import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { formIn, writtenForms } from './written-forms.ts';

const SECRET = 'Kev7!Apront&"<é';

describe('the written forms of a secret', () => {
  const forms = writtenForms(SECRET);
  const texts = {
    'as it is': `<p>${SECRET}</p>`,
    'in an address': `/fin?p=${encodeURIComponent(SECRET)}`,
    'in a form': new URLSearchParams({ p: SECRET }).toString(),
    'in JSON': JSON.stringify({ p: SECRET }),
    'escaped by name': 'Kev7!Apront&amp;&quot;&lt;é',
    'escaped by number': 'Kev7!Apront&#38;&#34;&#60;é',
    'in base64, alone': Buffer.from(SECRET).toString('base64'),
    'in base64, after an address': Buffer.from(`anne@acme.test:${SECRET}`).toString('base64url'),
    'in base64, within JSON': Buffer.from(JSON.stringify(['a', SECRET.slice(0, 12)])).toString('base64'),
    'in hexadecimal': Buffer.from(SECRET).toString('hex'),
  };
  for (const [name, text] of Object.entries(texts)) {
    it(`are found ${name}`, () => {
      const sought = name === 'in base64, within JSON' ? writtenForms(SECRET.slice(0, 12)) : forms;
      assert.ok(formIn(text, sought), text);
    });
  }

  it('are not found in another secret', () => {
    assert.equal(
      formIn(`Kev7!Apronx&"<é ${Buffer.from('Kev7!Apronx').toString('base64')}`, forms),
      undefined,
    );
  });
});
