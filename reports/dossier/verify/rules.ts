import type { Play } from '../../messages.ts';
import { sha256 } from '../digest.ts';
import type { FeatureSource } from '../dossier.ts';
import { CATALOGUE_FILE } from '../read.ts';
import type { DossierSerie } from '../serie.ts';

/** The suite that verifies: a dossier holds no rules but its own. */
export interface Release {
  readonly version: string;
  /** Of the sources that play. */
  readonly sha256: string;
  /** The text of its catalogue. */
  readonly catalogue: string;
  readonly features: readonly FeatureSource[];
}

/** What a dossier says of the rules. */
export interface RulesTold {
  readonly serie: DossierSerie;
  readonly catalogue: string;
  readonly features: readonly FeatureSource[];
  readonly plays: readonly Play[];
}

/** Returns, in French, each rule of a dossier that is not this release's, or not the one that was played. */
export function rulesFlaws({ serie, catalogue, features, plays }: RulesTold, release: Release): string[] {
  const known = new Map(release.features.map(({ path, text }) => [path, text]));
  const kept = new Map(features.map(({ path, text }) => [path, text]));
  const played = plays.flatMap((play) => play.features);
  const edited = features.filter(({ path, text }) => known.get(path) !== text);
  const otherwise = new Set(played.filter(({ uri, text }) => kept.get(uri) !== text).map(({ uri }) => uri));
  const { version, sha256: digest } = serie.suite;
  return [
    ...(digest === release.sha256
      ? []
      : [
          `Ce dossier a été fait par Diapason ${version} (empreinte ${digest.slice(0, 12)}), et celui qui vérifie est Diapason ${release.version} (empreinte ${release.sha256.slice(0, 12)}) : vérifiez-le avec la version qui l’a fait.`,
        ]),
    ...(catalogue === release.catalogue && sha256(catalogue) === serie.catalogueSha256
      ? []
      : [`${CATALOGUE_FILE} n’est pas le catalogue des exigences de cette version de Diapason.`]),
    ...edited.map(({ path }) => `Règles modifiées : ${path} n’est pas celui de cette version de Diapason.`),
    ...[...otherwise].map(
      (path) => `Règles modifiées : ce qui a été joué n’est pas ${path}, tel que le dossier le donne.`,
    ),
  ];
}
