import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Dossier, Proof } from '../dossier.ts';
import { specificationPage } from '../specification/specification-page.ts';
import { dossierPage } from './dossier-page.ts';

export const DOSSIER_PAGE = 'dossier.html';
export const SPECIFICATION_PAGE = 'specification.html';

/** Makes a small JPEG, as a data URI, of each picture, in the same order; `undefined` of what is no picture. */
export type Thumbnailer = (pictures: readonly Uint8Array[]) => Promise<(string | undefined)[]>;

/** Returns what writes the pages of a dossier in its folder, where its proofs already are. */
export function pageWriter(thumbnailsOf: Thumbnailer): (dossier: Dossier, folder: string) => Promise<void> {
  return async (dossier, folder) => {
    const evidence = await withThumbnails(dossier.evidence, folder, thumbnailsOf);
    writeFileSync(join(folder, DOSSIER_PAGE), dossierPage({ ...dossier, evidence }));
    const { version } = dossier.suite;
    writeFileSync(join(folder, SPECIFICATION_PAGE), specificationPage(dossier, { suite: version }));
  };
}

async function withThumbnails(
  evidence: readonly Proof[],
  folder: string,
  thumbnailsOf: Thumbnailer,
): Promise<Proof[]> {
  const pictures = evidence.filter(({ mediaType, thumbnail }) => {
    return mediaType.startsWith('image/') && thumbnail === undefined;
  });
  const made = await thumbnailsOf(pictures.map(({ path }) => readFileSync(join(folder, path))));
  const thumbnails = new Map(pictures.map((proof, index) => [proof, made[index]]));
  return evidence.map((proof) => {
    const thumbnail = thumbnails.get(proof);
    return thumbnail === undefined ? proof : { ...proof, thumbnail };
  });
}
