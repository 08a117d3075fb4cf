import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { envelopeText, unsigned } from './envelope.ts';
import { ATTESTATION_FILE, filesIn, MANIFEST_FILE, manifestOf, manifestText } from './manifest.ts';
import { readDossier } from './read.ts';
import { readDossierSerie } from './serie.ts';
import { statementOf } from './statement.ts';
import type { Release } from './verify/rules.ts';

/** A dossier that an earlier version made, of a run that broke EX-4.04; see `bench/recordings/golden.ts`. */
export const GOLDEN = join(import.meta.dirname, '../recordings/dossier');

/** The public keys that have signed it. */
export const GOLDEN_KEYS = ['editeur', 'laboratoire'].map((name) => `${GOLDEN}-${name}.pub.pem`);

/** The suite that made it: what it then held is in the dossier itself. */
export async function goldenRelease(): Promise<Release> {
  const { suite } = readDossierSerie(GOLDEN);
  const { features } = await readDossier(GOLDEN);
  const catalogue = readFileSync(join(GOLDEN, 'catalogue.json'), 'utf8');
  return { version: suite.version, sha256: suite.sha256, catalogue, features };
}

/** Copies the dossier for a test to change. */
export function goldenIn(folder: string): string {
  cpSync(GOLDEN, join(folder, 'dossier'), { recursive: true });
  return join(folder, 'dossier');
}

/** Changes the text of a file of a dossier; throws where that changes nothing. */
export function edit(folder: string, path: string, change: (text: string) => string): void {
  const before = readFileSync(join(folder, path), 'utf8');
  const after = change(before);
  if (after === before) throw new Error(`Rien n’a changé dans ${path}`);
  writeFileSync(join(folder, path), after);
}

/** Does again the manifest and the attestation of a dossier, as whoever has changed it could, but for the signatures. */
export function sealAgain(folder: string): void {
  const read = (path: string) => JSON.parse(readFileSync(join(folder, path), 'utf8'));
  const manifest = manifestText(manifestOf(filesIn(folder)));
  writeFileSync(join(folder, MANIFEST_FILE), manifest);
  const statement = statementOf(Buffer.from(manifest), {
    serie: read('serie.json'),
    verdict: read('verdict.json'),
  });
  writeFileSync(join(folder, ATTESTATION_FILE), envelopeText(unsigned(JSON.stringify(statement))));
}
