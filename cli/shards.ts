import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { type Catalogue, LEVELS, type Level } from '../reports/catalogue.ts';
import { type Play, readPlay } from '../reports/messages.ts';
import { scenarioKey } from '../reports/scenario-key.ts';
import { DEFAULT_LEVELS, type TargetView } from '../reports/verdict.ts';
import { changeBetween } from '../support/portal-version.ts';
import { HarnessSetupError } from '../support/setup-error.ts';
import { parseFeature } from '../support/specification/feature-file.ts';
import { lockOf } from '../support/specification/lock.ts';
import { shownPath } from './root.ts';

/** One run already played: where it is, and what its messages and its own verdict tell. */
export interface Shard {
  readonly path: string;
  readonly play: Play;
  /** The messages of the second play of what had failed; absent where nothing was played twice. */
  readonly replay: string | undefined;
  /** The target that the run's own verdict names; a bare runner writes none. */
  readonly target: TargetView | undefined;
  /** The levels that the run was asked to play; a bare runner does not say. */
  readonly levels: readonly Level[] | undefined;
  /** The versions that the portal said it was, before and after, where the run asked it. */
  readonly version: { readonly before?: string; readonly after?: string } | undefined;
}

/**
 * Reads a run from its messages, or from the folder of its reports.
 * @throws HarnessSetupError when there is none, or when they are not of a play
 */
export async function readShard(given: string): Promise<Shard> {
  const path = existsSync(given) && statSync(given).isDirectory() ? join(given, 'messages.ndjson') : given;
  if (!existsSync(path)) {
    throw new HarnessSetupError(
      `Aucun message à juger : ${shownPath(path)} n'existe pas.`,
      'Donnez les fichiers messages.ndjson, ou les dossiers de rapports, des séries à réunir.',
    );
  }
  const play = await readPlay(path);
  if (play.features.length === 0) {
    throw new HarnessSetupError(
      `${shownPath(path)} ne contient pas les messages d'une série, ou la série n'a pas commencé.`,
      'Donnez un fichier « Cucumber Messages » (NDJSON) écrit par Playwright ou cucumber-js.',
    );
  }
  const replay = join(dirname(path), 'rejeu/messages.ndjson');
  const { target, levels, version } = verdictBeside(path);
  return { path, play, replay: existsSync(replay) ? replay : undefined, target, levels, version };
}

function verdictBeside(path: string): Partial<Pick<Shard, 'target' | 'levels' | 'version'>> {
  try {
    return JSON.parse(readFileSync(join(dirname(path), 'verdict.json'), 'utf8'));
  } catch {
    return {};
  }
}

/**
 * Returns the levels that these runs are judged for: all those that they were asked to play. A bare runner is judged for
 * those of a whole run, and for the others that it played something of.
 */
export function levelsOf(shards: readonly Shard[], { requirements }: Catalogue): Level[] {
  const ofRequirement = new Map(requirements.map(({ id, level }) => [id, level]));
  const told = shards.flatMap(
    ({ levels, play }) =>
      levels ?? [
        ...DEFAULT_LEVELS,
        ...play.scenarios.flatMap((scenario) =>
          scenario.requirements.flatMap((id) => ofRequirement.get(id) ?? []),
        ),
      ],
  );
  return LEVELS.filter((level) => told.includes(level));
}

/** Says in French that the portal was not the same all along; nothing where it was, or nobody asked it. */
export function changesAmong(shards: readonly Shard[]): string[] {
  const versions = shards.flatMap(({ version }) => [version?.before, version?.after]);
  const [first, ...others] = [...new Set(versions.filter((version) => version !== undefined))];
  return others.flatMap((other) => changeBetween(first, other) ?? []);
}

/** Refuses the same scenario in two runs: a shard given twice would pass for one more. */
export function refuseTwice(shards: readonly Shard[]): void {
  const seen = new Map<string, Shard>();
  for (const shard of shards) {
    for (const scenario of shard.play.scenarios) {
      const key = scenarioKey(scenario);
      const other = seen.get(key);
      if (other !== undefined && other !== shard) {
        throw new HarnessSetupError(
          `${shownPath(other.path)} et ${shownPath(shard.path)} jouent tous deux « ${scenario.name} » (${scenario.requirements.join(', ')}).`,
          'Donnez chaque tranche une fois ; le rejeu de ce qui a échoué est lu de lui-même, dans « rejeu ».',
        );
      }
      seen.set(key, shard);
    }
  }
}

/** Refuses rules played under another wording than the catalogue's: they would prove what nobody agreed upon. */
export function refuseOtherRules(shards: readonly Shard[], { requirements }: Catalogue): void {
  const digests = new Map(requirements.map(({ id, digest }) => [id, digest]));
  const features = shards.flatMap(({ play }) => play.features);
  const played: Catalogue = JSON.parse(lockOf(features.map(({ uri, text }) => parseFeature(uri, text))));
  const others = played.requirements.filter(({ id, digest }) => (digests.get(id) ?? digest) !== digest);
  if (others.length === 0) return;
  throw new HarnessSetupError(
    `Ces règles ont été jouées dans une autre version que celle du catalogue : ${[...new Set(others.map(({ id }) => id))].join(', ')}.`,
    'Rejouez-les avec cette version de Diapason.',
  );
}

/** Returns the one target of all runs; `given` is that of the runs that do not name theirs. */
export function targetOf(shards: readonly Shard[], given: TargetView): TargetView {
  const [first = { path: '', target: given }, ...others] = shards;
  const target = first.target ?? given;
  const other = others.find((shard) => !isDeepStrictEqual(shard.target ?? given, target));
  if (other === undefined) return target;
  throw new HarnessSetupError(
    `Ces séries ne portent pas sur la même cible : « ${target.name} » (${target.url}) et « ${(other.target ?? given).name} » (${(other.target ?? given).url}), ou la cible a changé entre-temps.`,
    'Réunissez les tranches d’une même cible.',
  );
}
