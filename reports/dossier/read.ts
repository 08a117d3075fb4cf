import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { readCatalogue } from '../catalogue.ts';
import type { Play } from '../messages.ts';
import type { TargetView } from '../verdict.ts';
import type { Dossier, FeatureSource, RunFacts, Signer } from './dossier.ts';
import { playsIn, verdictOn } from './judged.ts';
import { proofsOf } from './proofs.ts';
import { DossierRefusal } from './refusal.ts';
import { type DossierSerie, readDossierSerie } from './serie.ts';

/** The names of a dossier's own files. */
export const CATALOGUE_FILE = 'catalogue.json';
export const TARGET_FILE = 'cible.json';
export const VERDICT_FILE = 'verdict.json';
export const FEATURES_FOLDER = 'features';

/** What whoever makes a dossier knows of it already. */
interface Known {
  /** What its messages tell. */
  readonly plays?: readonly Play[];
  readonly signers?: readonly Signer[];
}

/**
 * Reads a dossier from its folder; its verdict is told by its messages, and not by what is written of it.
 * @throws DossierRefusal when the folder is no dossier; Error in French when its catalogue can't be read
 */
export async function readDossier(folder: string, known: Known = {}): Promise<Dossier> {
  const serie = readDossierSerie(folder);
  const catalogue = readCatalogue(join(folder, CATALOGUE_FILE));
  const target = targetIn(folder);
  const plays = known.plays ?? (await playsIn(folder, serie));
  return {
    verdict: verdictOn(plays, { catalogue, target, serie }),
    catalogue,
    features: featuresIn(folder),
    plays,
    suite: { name: 'Diapason', version: serie.suite.version, power: serie.suite.power },
    run: factsOf(serie),
    evidence: proofsOf(plays, folder),
    signers: known.signers ?? [],
  };
}

/** Returns what of a dossier is the same whether it was played whole or in shards: no ids, no ports, no times. */
export function comparable({ verdict, plays, run, ...same }: Dossier): unknown {
  const { seed, challenge } = run;
  return JSON.parse(
    JSON.stringify({ ...same, seed, challenge, plays: plays.map(timeless), verdict }, (key, value) => {
      if (['startedAt', 'durationMs', 'workerId'].includes(key)) return undefined;
      return typeof value === 'string' ? value.replaceAll(/(?<=\/\/[^/\s:]+):\d+/g, '') : value;
    }),
  );
}

/** How many files told a play is no matter. */
function timeless({ scenarios, truncated, complete, problems }: Play) {
  return { scenarios, truncated, complete, problems };
}

function targetIn(folder: string): TargetView {
  try {
    return JSON.parse(readFileSync(join(folder, TARGET_FILE), 'utf8'));
  } catch {
    throw new DossierRefusal(
      `${TARGET_FILE} manque, ou n’est pas du JSON.`,
      'Donnez le dossier écrit par « diapason report », entier.',
    );
  }
}

function featuresIn(folder: string): FeatureSource[] {
  const held = join(folder, FEATURES_FOLDER);
  if (!existsSync(held)) return [];
  return readdirSync(held, { recursive: true, encoding: 'utf8' })
    .map((name) => name.split(sep).join('/'))
    .filter((name) => name.endsWith('.feature'))
    .toSorted()
    .map((name) => ({
      path: `${FEATURES_FOLDER}/${name}`,
      text: readFileSync(join(folder, FEATURES_FOLDER, name), 'utf8'),
    }));
}

function factsOf({ seed, challenge, parts }: DossierSerie): RunFacts {
  const all = (values: readonly string[], separator: string) => [...new Set(values)].join(separator);
  const [before] = parts.flatMap(({ version }) => version?.before ?? []);
  const after = parts.flatMap(({ version }) => version?.after ?? []).at(-1);
  return {
    seed,
    nonce: all(
      parts.map(({ nonce }) => nonce),
      ', ',
    ),
    ...(challenge === undefined ? {} : { challenge }),
    startedAt: parts.map(({ startedAt }) => startedAt).toSorted()[0] ?? '',
    durationMs: parts.reduce((sum, { durationMs }) => sum + durationMs, 0),
    mailbox: all(
      parts.map(({ mailbox }) => mailbox),
      ' ; ',
    ),
    shards: parts.length,
    ...(parts.every(({ version }) => version === undefined)
      ? {}
      : {
          version: { ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) },
        }),
  };
}
