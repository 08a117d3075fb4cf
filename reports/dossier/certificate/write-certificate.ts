import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Dossier } from '../dossier.ts';
import { CERTIFICATE_FILE, evidenceFingerprint, filesIn } from '../manifest.ts';
import { certificatePage } from './certificate-page.ts';
import { certificateRefusal } from './refusal.ts';

/** Prints a page as a PDF. */
export type Printer = (page: string) => Promise<Uint8Array>;

/**
 * Writes the certificate in the folder of a dossier, where its verdict gives one, and says whether it did. It bears the
 * fingerprint of what is in the folder by then: all the rest must be written before.
 */
export async function writeCertificate(
  dossier: Dossier,
  { folder, print }: { folder: string; print: Printer },
): Promise<boolean> {
  if (certificateRefusal(dossier.verdict) !== undefined) return false;
  const fingerprint = evidenceFingerprint(filesIn(folder));
  writeFileSync(join(folder, CERTIFICATE_FILE), await print(certificatePage(dossier, fingerprint)));
  return true;
}
