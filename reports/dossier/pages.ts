import type { Dossier } from './dossier.ts';

/** Writes a page, or any other file that people or machines read, in the folder of a dossier; a function of it alone. */
export type PageWriter = (dossier: Dossier, folder: string) => Promise<void>;

/** What is written in every dossier, before its manifest. */
export const PAGE_WRITERS: readonly PageWriter[] = [];

/** Writes every page of a dossier. */
export async function writePages(dossier: Dossier, folder: string): Promise<void> {
  for (const write of PAGE_WRITERS) await write(dossier, folder);
}
