import type { RequirementOutcome, RunVerdict } from '../verdict.ts';
import { sha256 } from './digest.ts';
import { entriesIn, MANIFEST_FILE } from './manifest.ts';
import { CATALOGUE_FILE, FEATURES_FOLDER, TARGET_FILE } from './read.ts';
import type { DossierSerie } from './serie.ts';

/** An in-toto resource: a thing, known by its digest. Source: in-toto attestation framework v1. */
interface ResourceDescriptor {
  readonly name: string;
  readonly digest: { readonly sha256: string };
  readonly annotations?: Readonly<Record<string, unknown>>;
}

/** What an attestation says. Source: in-toto Statement v1, and its predicate « test-result » v0.1. */
export interface Statement {
  readonly _type: 'https://in-toto.io/Statement/v1';
  readonly subject: readonly ResourceDescriptor[];
  readonly predicateType: 'https://in-toto.io/attestation/test-result/v0.1';
  readonly predicate: {
    readonly result: 'PASSED' | 'WARNED' | 'FAILED';
    readonly configuration: readonly ResourceDescriptor[];
    readonly passedTests: readonly string[];
    readonly warnedTests: readonly string[];
    readonly failedTests: readonly string[];
  };
}

/** Returns what is attested of a dossier: its manifest, which knows every other file, and the verdict on its target. */
export function statementOf(
  manifest: Uint8Array,
  { serie, verdict }: { serie: DossierSerie; verdict: RunVerdict },
): Statement {
  const idsOf = (isSuch: (outcome: RequirementOutcome) => boolean): string[] =>
    verdict.requirements.filter(({ outcome }) => isSuch(outcome)).map(({ requirement }) => requirement.id);
  return {
    _type: 'https://in-toto.io/Statement/v1',
    subject: [{ name: MANIFEST_FILE, digest: { sha256: sha256(manifest) } }],
    predicateType: 'https://in-toto.io/attestation/test-result/v0.1',
    predicate: {
      result: resultOf(verdict),
      configuration: configurationOf(manifest, serie, verdict),
      passedTests: idsOf((outcome) => outcome === 'conforme'),
      warnedTests: idsOf((outcome) => outcome === 'réserve'),
      failedTests: idsOf((outcome) => !['conforme', 'réserve', 'non applicable'].includes(outcome)),
    },
  };
}

/**
 * Whoever reads nothing but this word must never take a run for a certification that is none: only CONFORME passes,
 * and a selection, an incomplete run or a broken harness fails as a portal does.
 */
function resultOf({ outcome, requirements }: RunVerdict): Statement['predicate']['result'] {
  if (outcome !== 'CONFORME') return 'FAILED';
  return requirements.some((requirement) => requirement.outcome === 'réserve') ? 'WARNED' : 'PASSED';
}

/** What the verdict depends on: the instrument, the rules, and what the target declares. */
function configurationOf(
  manifest: Uint8Array,
  serie: DossierSerie,
  verdict: RunVerdict,
): ResourceDescriptor[] {
  const { suite, targetFiles, seed, challenge, levels, selection } = serie;
  const { label, levelsNotAssessed, target } = verdict;
  const files = (entriesIn(manifest) ?? []).filter(
    ({ path }) => path === CATALOGUE_FILE || path === TARGET_FILE || path.startsWith(`${FEATURES_FOLDER}/`),
  );
  const declared = { overrides: target.overrides ?? [], without: target.reasons ?? {} };
  return [
    {
      name: 'Diapason',
      digest: { sha256: suite.sha256 },
      annotations: {
        ...{ version: suite.version, seed, ...(challenge === undefined ? {} : { challenge }) },
        ...{ verdict: label, levels, levelsNotAssessed, ...(selection === undefined ? {} : { selection }) },
      },
    },
    ...files.map((file) => ({ name: file.path, digest: { sha256: file.sha256 } })),
    ...targetFiles.map((file) => ({ name: `fichier cible : ${file.name}`, digest: { sha256: file.sha256 } })),
    {
      name: 'ce que la cible déclare',
      digest: { sha256: sha256(JSON.stringify(declared)) },
      annotations: declared,
    },
    { name: 'puissance', digest: { sha256: suite.powerSha256 }, annotations: { power: suite.power } },
  ];
}
