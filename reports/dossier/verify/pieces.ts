import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Envelope } from '@cucumber/messages';
import { linesOf } from '../../messages.ts';
import { sha256 } from '../digest.ts';
import { isProof, type PieceReference, PROOFS_FOLDER, referenceIn } from '../kept-messages.ts';
import type { DossierSerie } from '../serie.ts';

/** Returns, in French, each piece that is not the one that the messages refer to, that is missing, or that none refers to. */
export async function pieceFlaws(folder: string, { parts }: DossierSerie): Promise<string[]> {
  const paths = parts.flatMap(({ messages, replay }) => [
    messages,
    ...(replay === undefined ? [] : [replay]),
  ]);
  const references = (await Promise.all(paths.map((path) => referencesIn(join(folder, path))))).flat();
  const cited = new Set(references.map(({ path }) => path));
  return [
    ...references.flatMap((reference) => flawOf(reference, folder)),
    ...heldIn(folder)
      .filter((path) => !cited.has(path))
      .map((path) => `Pièce qu’aucun message ne cite : ${path}.`),
  ];
}

async function referencesIn(path: string): Promise<PieceReference[]> {
  const references: PieceReference[] = [];
  if (!existsSync(path)) return references;
  for await (const line of linesOf(path)) {
    // Nearly no line refers to a piece: the others are not worth parsing.
    const reference = line.includes('"sha256:') ? referenceOf(line) : undefined;
    if (reference !== undefined) references.push(reference);
  }
  return references;
}

function referenceOf(line: string): PieceReference | undefined {
  try {
    const { attachment }: Partial<Envelope> = JSON.parse(line);
    return attachment && referenceIn(attachment);
  } catch {
    return undefined;
  }
}

function flawOf({ path, sha256: digest }: PieceReference, folder: string): string[] {
  if (!isProof(path)) return [`Les messages citent une pièce hors du dossier : ${path}.`];
  if (!existsSync(join(folder, path))) return [`Pièce manquante : ${path}, que citent les messages.`];
  if (sha256(readFileSync(join(folder, path))) === digest) return [];
  return [`Pièce échangée ou modifiée : ${path} n’est pas celle que citent les messages.`];
}

function heldIn(folder: string): string[] {
  if (!existsSync(join(folder, PROOFS_FOLDER))) return [];
  return readdirSync(join(folder, PROOFS_FOLDER)).map((name) => `${PROOFS_FOLDER}/${name}`);
}
