import assert from 'node:assert/strict';
import { createPrivateKey, verify } from 'node:crypto';
import { describe, it } from 'node:test';
import { envelopeIn, envelopeText, isSignedBy, signed, unsigned } from './envelope.ts';
import { newKeys } from './keys.ts';

const vendor = createPrivateKey(newKeys().privatePem);
const laboratory = createPrivateKey(newKeys().privatePem);
const CONTENT = '{"é":1}';

const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

const otherSlack = (character: string): string => BASE64.charAt(BASE64.indexOf(character) ^ 1);

describe('the envelope of an attestation', () => {
  const twice = signed(signed(unsigned(CONTENT), { key: vendor, role: 'éditeur' }), {
    key: laboratory,
    role: 'laboratoire',
  });

  it('is signed over the pre-authentication encoding of DSSE v1', () => {
    const [signature = assert.fail()] = twice.signatures;
    const encoding = `DSSEv1 28 application/vnd.in-toto+json 8 ${CONTENT}`;
    assert.ok(verify(null, Buffer.from(encoding), signature.publicKey, Buffer.from(signature.sig, 'base64')));
  });

  it('holds a signature for each key, and one for a key that signs again', () => {
    const again = signed(twice, { key: vendor, role: 'laboratoire' });
    assert.deepEqual(
      twice.signatures.map(({ role }) => role),
      ['éditeur', 'laboratoire'],
    );
    assert.deepEqual(
      again.signatures.map(({ role }) => role),
      ['laboratoire', 'laboratoire'],
    );
  });

  it('is no longer signed when its content changes, or by another key', () => {
    const [signature = assert.fail()] = twice.signatures;
    assert.ok(isSignedBy(twice, signature, vendor));
    assert.ok(!isSignedBy(twice, signature, laboratory));
    assert.ok(!isSignedBy({ ...twice, payload: Buffer.from('{}').toString('base64') }, signature, vendor));
  });

  it('is read back from its own form alone', () => {
    const text = envelopeText(twice);
    assert.deepEqual(envelopeIn(Buffer.from(text)), twice);
    const others = [
      text.trim(),
      text.replace('  ', ' \t'),
      text.replace('éditeur', 'editeur'),
      text.replace('"payload"', '"Payload"'),
      // The last character before « == » leaves four bits unsaid: another one says the same.
      text.replace(/"sig": "[^"]*"/, (sig) =>
        sig
          .replace('==', '')
          .replace(/.(?="$)/, otherSlack)
          .replace(/"$/, '=="'),
      ),
    ];
    assert.ok(others.every((other) => other !== text));
    for (const other of others) assert.equal(envelopeIn(Buffer.from(other)), undefined);
  });
});
