import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { HarnessSetupError } from '../setup-error.ts';

const trusted = new Set<string>();

/**
 * Makes this process trust the authority that a PEM file holds, beside those it trusts already; once for each file.
 * @throws HarnessSetupError when the file holds none
 */
export function trust(path: string): void {
  if (trusted.has(path)) return;
  // Node 24.0, the newest that the registry has for some machines, has no such function.
  if (typeof setDefaultCACertificates !== 'function') {
    throw new HarnessSetupError(
      `Cette version de Node (${process.version}) ne sait pas suivre « access.ca ».`,
      `Retirez cette clé, et lancez avec NODE_EXTRA_CA_CERTS=${path}.`,
    );
  }
  try {
    const authority = readFileSync(path, 'utf8');
    // Node takes any text for authorities, and finds none in it.
    new X509Certificate(authority);
    setDefaultCACertificates([...getCACertificates('default'), authority]);
  } catch {
    throw new HarnessSetupError(
      `Le fichier ${path} (« access.ca » du fichier cible) ne contient pas de certificat.`,
      'Donnez le certificat de l’autorité, en PEM : il commence par « -----BEGIN CERTIFICATE----- ».',
    );
  }
  trusted.add(path);
}
