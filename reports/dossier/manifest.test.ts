import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { evidenceFingerprint, manifestOf } from './manifest.ts';

const bytes = (text: string): Uint8Array => Buffer.from(text);

describe('the fingerprint that a certificate bears', () => {
  const evidence = new Map([
    ['dossier.html', bytes('<p>')],
    ['preuves/a.png', bytes('png')],
  ]);
  const printed = evidenceFingerprint(evidence);

  it('is still that of the rest once the certificate, the manifest and the attestation are there', () => {
    const whole = new Map([
      ...evidence,
      ['certificat.pdf', bytes('%PDF')],
      ['manifeste.json', bytes('{}')],
      ['attestation.json', bytes('{}')],
    ]);
    assert.equal(evidenceFingerprint(whole), printed);
    assert.ok(manifestOf(whole).some(({ path }) => path === 'certificat.pdf'));
  });

  it('is another as soon as a byte, a name or a file of the rest is', () => {
    for (const other of [
      new Map(evidence).set('dossier.html', bytes('<q>')),
      new Map(evidence).set('preuves/b.png', bytes('png')),
      new Map([...evidence].slice(1)),
    ])
      assert.notEqual(evidenceFingerprint(other), printed);
  });
});
