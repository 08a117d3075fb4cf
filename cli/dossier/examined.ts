import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Envelope, envelopeIn } from '../../reports/dossier/envelope.ts';
import {
  ATTESTATION_FILE,
  CERTIFICATE_FILE,
  evidenceFingerprint,
  filesIn,
  MANIFEST_FILE,
} from '../../reports/dossier/manifest.ts';
import { DossierRefusal } from '../../reports/dossier/refusal.ts';
import { SERIE_FILE } from '../../reports/dossier/serie.ts';
import { type Content, retold } from '../../reports/dossier/verify/content.ts';
import { integrityFlaws } from '../../reports/dossier/verify/integrity.ts';
import { pageFlaws } from '../../reports/dossier/verify/pages.ts';
import type { Release } from '../../reports/dossier/verify/rules.ts';
import { type Identities, identitiesOf } from './identities.ts';
import { thisRelease } from './suite.ts';

/** What was found of a dossier. */
export interface Examination {
  /** In French, each thing that is not as it was made; none in a dossier to be trusted. */
  readonly flaws: readonly string[];
  readonly files: number;
  /** What its certificate must bear; absent where it has none. */
  readonly fingerprint?: string;
  readonly signatures: Envelope['signatures'];
  /** What its messages tell; absent when they can't be read. */
  readonly content?: Content;
  readonly identities?: Identities;
}

/**
 * Examines a dossier from its files alone: nothing of it is taken at its word.
 * @throws DossierRefusal when the folder is no dossier
 */
export async function examined(folder: string, release: Release = thisRelease()): Promise<Examination> {
  const own = [MANIFEST_FILE, ATTESTATION_FILE, SERIE_FILE];
  if (
    !existsSync(folder) ||
    !statSync(folder).isDirectory() ||
    !own.some((file) => existsSync(join(folder, file)))
  ) {
    throw new DossierRefusal(
      `${folder} n’est pas un dossier de Diapason.`,
      'Donnez le dossier écrit par « diapason run » ou « diapason report », entier.',
    );
  }
  const files = filesIn(folder);
  const flaws = integrityFlaws(files);
  const envelope = envelopeIn(files.get(ATTESTATION_FILE) ?? new Uint8Array());
  const told = await toldBy(folder, release);
  return {
    ...told,
    files: files.size,
    ...(files.has(CERTIFICATE_FILE) ? { fingerprint: evidenceFingerprint(files) } : {}),
    signatures: envelope?.signatures ?? [],
    flaws: [...flaws, ...told.flaws, ...pageFlawsOf(folder, told.content, envelope)],
  };
}

/** Only the version that made its pages can make them again: another has its own way to write them. */
function pageFlawsOf(folder: string, content: Content | undefined, envelope: Envelope | undefined): string[] {
  if (content === undefined || envelope === undefined) return [];
  return content.serie.suite.sha256 === thisRelease().sha256
    ? pageFlaws(folder, content.dossier, envelope)
    : [];
}

/** A file that was changed may no longer be readable: what can't be told again is one more flaw. */
async function toldBy(
  folder: string,
  release: Release,
): Promise<Pick<Examination, 'flaws' | 'content' | 'identities'>> {
  try {
    const content = await retold(folder, release);
    const identities = await identitiesOf(folder, { ...content.dossier, serie: content.serie });
    return { content, identities, flaws: [...content.flaws, ...identities.flaws] };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { flaws: [`Le verdict ne peut être recalculé : ${reason}`] };
  }
}
