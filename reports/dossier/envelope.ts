import { type KeyObject, sign, verify } from 'node:crypto';
import type { Signer } from './dossier.ts';
import { keyidOf, pemOf } from './keys.ts';

export const PAYLOAD_TYPE = 'application/vnd.in-toto+json';

/** A signature of an envelope. The role and the key are what the signer says of itself: only a known key proves who. */
export interface Signature extends Signer {
  /** Base64. */
  readonly sig: string;
  /** PEM. */
  readonly publicKey: string;
}

/** A signed content. Source: DSSE v1 (« envelope.md »), which has readers pass over the fields that they don't know. */
export interface Envelope {
  readonly payloadType: typeof PAYLOAD_TYPE;
  /** Base64. */
  readonly payload: string;
  readonly signatures: readonly Signature[];
}

/** Who signs, and with what. */
export interface Hand {
  readonly key: KeyObject;
  readonly role: Signer['role'];
}

/** Returns who signs with this key. */
export function signerOf({ key, role }: Hand): Signer {
  return { keyid: keyidOf(key), role };
}

/** Returns the envelope of a content that nobody has signed yet. */
export function unsigned(content: string): Envelope {
  return { payloadType: PAYLOAD_TYPE, payload: Buffer.from(content).toString('base64'), signatures: [] };
}

/** Returns an envelope with one more signature; another of the same key gives it its place. */
export function signed(envelope: Envelope, { key, role }: Hand): Envelope {
  const keyid = keyidOf(key);
  const sig = sign(null, encodingOf(envelope), key).toString('base64');
  const others = envelope.signatures.filter((signature) => signature.keyid !== keyid);
  return { ...envelope, signatures: [...others, { keyid, sig, role, publicKey: pemOf(key) }] };
}

/** Whether a signature is this key's, over this envelope. */
export function isSignedBy(envelope: Envelope, { sig }: Pick<Signature, 'sig'>, key: KeyObject): boolean {
  return verify(null, encodingOf(envelope), key, Buffer.from(sig, 'base64'));
}

/** Returns an envelope as it is written, which has one form only: any other byte is a change. */
export function envelopeText({ payloadType, payload, signatures }: Envelope): string {
  const ordered = signatures.map(({ keyid, sig, role, publicKey }) => ({ keyid, sig, role, publicKey }));
  return `${JSON.stringify({ payloadType, payload, signatures: ordered }, undefined, 2)}\n`;
}

/** Returns the envelope that a file holds; `undefined` when it holds none, or not in the form we write. */
export function envelopeIn(file: Uint8Array): Envelope | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(file);
    const envelope: Envelope = JSON.parse(text);
    const isOurs = envelope.payloadType === PAYLOAD_TYPE && envelope.signatures.every(isCanonical);
    return isOurs && isBase64(envelope.payload) && envelopeText(envelope) === text ? envelope : undefined;
  } catch {
    return undefined;
  }
}

/** Pre-authentication encoding of DSSE v1: the lengths keep the type and the content apart. */
function encodingOf({ payloadType, payload }: Pick<Envelope, 'payloadType' | 'payload'>): Buffer {
  const body = Buffer.from(payload, 'base64');
  const type = Buffer.from(payloadType);
  return Buffer.concat([Buffer.from(`DSSEv1 ${type.length} ${payloadType} ${body.length} `), body]);
}

function isCanonical({ keyid, sig, role, publicKey }: Signature): boolean {
  const isRole = role === 'éditeur' || role === 'laboratoire';
  return isRole && typeof keyid === 'string' && typeof publicKey === 'string' && isBase64(sig);
}

/** Some bits of the last character say nothing: only one writing is taken. */
function isBase64(text: string): boolean {
  return Buffer.from(text, 'base64').toString('base64') === text;
}
