import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Dossier } from '../dossier.ts';
import { certificatePage } from './certificate-page.ts';
import { certificateRefusal } from './refusal.ts';

export const CERTIFICATE = 'certificat.pdf';

/** Prints a page as a PDF. */
export type Printer = (page: string) => Promise<Uint8Array>;

/**
 * Writes the certificate in the folder of a dossier, where its verdict gives one, and says whether it did. It bears the
 * fingerprint of the manifest (SHA-256, in hex), which therefore can't hold it: it is written after.
 */
export async function writeCertificate(
  dossier: Dossier,
  { folder, manifest, print }: { folder: string; manifest: string; print: Printer },
): Promise<boolean> {
  if (certificateRefusal(dossier.verdict) !== undefined) return false;
  writeFileSync(join(folder, CERTIFICATE), await print(certificatePage(dossier, manifest)));
  return true;
}
