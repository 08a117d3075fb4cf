import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RunVerdict } from '../../verdict.ts';
import { certificateRefusal } from '../certificate/refusal.ts';
import type { Dossier } from '../dossier.ts';
import { CERTIFICATE_FILE } from '../manifest.ts';
import { CATALOGUE_FILE, readDossier, VERDICT_FILE } from '../read.ts';
import { type DossierSerie, readDossierSerie } from '../serie.ts';
import { pieceFlaws } from './pieces.ts';
import { type Release, rulesFlaws } from './rules.ts';
import { verdictFlaws } from './verdict-flaws.ts';

/** What the messages of a dossier tell, once told again from the beginning. */
export interface Content {
  readonly serie: DossierSerie;
  readonly dossier: Dossier;
  /** In French, each thing that the dossier says otherwise. */
  readonly flaws: readonly string[];
}

/**
 * Tells a dossier again from its messages, and compares.
 * @throws DossierRefusal or an Error in French, when it can't be read
 */
export async function retold(folder: string, release: Release): Promise<Content> {
  const serie = readDossierSerie(folder);
  const dossier = await readDossier(folder);
  const catalogue = readFileSync(join(folder, CATALOGUE_FILE), 'utf8');
  return {
    serie,
    dossier,
    flaws: [
      ...rulesFlaws({ serie, catalogue, features: dossier.features, plays: dossier.plays }, release),
      ...(await pieceFlaws(folder, serie)),
      ...verdictFlaws(claimIn(folder), dossier.verdict),
      ...certificateFlaws(folder, dossier.verdict),
    ],
  };
}

function claimIn(folder: string): RunVerdict | undefined {
  try {
    return JSON.parse(readFileSync(join(folder, VERDICT_FILE), 'utf8'));
  } catch {
    return undefined;
  }
}

/** A certificate stands beside no verdict that gives none, whatever the manifest says of it. */
function certificateFlaws(folder: string, verdict: RunVerdict): string[] {
  const refusal = certificateRefusal(verdict);
  if (refusal === undefined || !existsSync(join(folder, CERTIFICATE_FILE))) return [];
  return [`${CERTIFICATE_FILE} n’est dû à personne ici. ${refusal}`];
}
