import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { sha256 } from './digest.ts';
import { DossierRefusal } from './refusal.ts';

/** A new pair of Ed25519 keys, as PEM. */
export function newKeys(): { readonly privatePem: string; readonly publicPem: string } {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  return {
    privatePem: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    publicPem: pemOf(publicKey),
  };
}

/** Reads a private key. @throws DossierRefusal when the file holds none, or one of another kind than Ed25519 */
export function readPrivateKey(path: string): KeyObject {
  return ofEd25519(path, () => createPrivateKey(contentOf(path)));
}

/** Reads a public key. @throws DossierRefusal when the file holds none, or one of another kind than Ed25519 */
export function readPublicKey(path: string): KeyObject {
  return ofEd25519(path, () => {
    const content = contentOf(path);
    // Node would take the public half of a private key: whoever sends that has shown it to everybody.
    if (/PRIVATE KEY/.test(content)) throw new Error('private');
    return createPublicKey(content);
  });
}

/** Returns what names a key: the SHA-256 of its public half (SPKI, DER), in hex. */
export function keyidOf(key: KeyObject): string {
  return sha256(publicOf(key).export({ type: 'spki', format: 'der' }));
}

/** Returns the public half of a key as PEM. */
export function pemOf(key: KeyObject): string {
  return publicOf(key).export({ type: 'spki', format: 'pem' }).toString();
}

function publicOf(key: KeyObject): KeyObject {
  return key.type === 'private' ? createPublicKey(key) : key;
}

function contentOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    throw new DossierRefusal(
      `La clé ${path} ne peut être lue.`,
      'Donnez le fichier d’une clé, ou faites-en une par « diapason keygen ».',
    );
  }
}

function ofEd25519(path: string, read: () => KeyObject): KeyObject {
  try {
    const key = read();
    if (key.asymmetricKeyType === 'ed25519') return key;
  } catch (error) {
    if (error instanceof DossierRefusal) throw error;
  }
  throw new DossierRefusal(
    `${path} n’est pas la clé attendue : une clé Ed25519 au format PEM, publique pour vérifier, privée et sans mot de passe pour signer.`,
    '« diapason keygen » fait les deux, dans deux fichiers.',
  );
}
