import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Dossier, Proof } from '../dossier.ts';
import { specificationPage } from '../specification/specification-page.ts';
import { dossierPage } from './dossier-page.ts';
import { thumbnailOf } from './thumbnail.ts';

export const DOSSIER_PAGE = 'dossier.html';
export const SPECIFICATION_PAGE = 'specification.html';

/** Writes the pages of a dossier in its folder, where its proofs already are. */
export function writeDossierPages(dossier: Dossier, folder: string): void {
  const evidence = dossier.evidence.map((proof) => withThumbnail(proof, folder));
  for (const [name, text] of pagesOf({ ...dossier, evidence })) writeFileSync(join(folder, name), text);
}

/** Returns the pages of a dossier, by their names: the same dossier gives the same bytes. */
export function pagesOf(dossier: Dossier): ReadonlyMap<string, string> {
  return new Map([
    [DOSSIER_PAGE, dossierPage(dossier)],
    [SPECIFICATION_PAGE, specificationPage(dossier, { suite: dossier.suite.version })],
  ]);
}

function withThumbnail(proof: Proof, folder: string): Proof {
  if (!proof.mediaType.startsWith('image/')) return proof;
  const thumbnail = thumbnailOf(readFileSync(join(folder, proof.path)));
  return thumbnail === undefined ? proof : { ...proof, thumbnail };
}
