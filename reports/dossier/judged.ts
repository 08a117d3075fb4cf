import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { Catalogue } from '../catalogue.ts';
import { type Play, readPlay } from '../messages.ts';
import type { PlayedScenario } from '../played-scenario.ts';
import { type RunVerdict, type TargetView, verdict } from '../verdict.ts';
import { missingShards } from './merge.ts';
import type { DossierSerie } from './serie.ts';

/** Reads the plays of a dossier from its messages: the first of all parts together, then what was played again. */
export async function playsIn(folder: string, { parts }: Pick<DossierSerie, 'parts'>): Promise<Play[]> {
  const replays = parts.flatMap(({ replay }) => replay ?? []);
  const all = [parts.map(({ messages }) => messages), ...(replays.length === 0 ? [] : [replays])];
  return Promise.all(
    all.map(async (paths) => inOrder(await readPlay(...paths.map((path) => join(folder, path))))),
  );
}

/** Returns the verdict that the messages of a dossier tell, whoever played them and in however many parts. */
export function verdictOn(
  plays: readonly Play[],
  { catalogue, target, serie }: { catalogue: Catalogue; target: TargetView; serie: DossierSerie },
): RunVerdict {
  const { levels, selection, parts, doubts } = serie;
  return verdict({
    catalogue,
    target,
    plays,
    levels,
    partial: selection !== undefined,
    ...(selection === undefined ? {} : { selection }),
    problems: parts.flatMap(({ problems }) => problems),
    doubts: [...parts.flatMap((part) => part.doubts), ...doubts, ...missingShards(serie)],
  });
}

/** Shards end in any order, and each in its own: what they say together does not depend on it. */
function inOrder(play: Play): Play {
  const features = play.features.filter(
    (feature, index) => play.features.findIndex((other) => isDeepStrictEqual(other, feature)) === index,
  );
  return {
    ...play,
    scenarios: play.scenarios.toSorted(byPlace),
    features: features.toSorted((a, b) => (a.uri < b.uri ? -1 : 1)),
    problems: play.problems.toSorted(),
  };
}

function byPlace(a: PlayedScenario, b: PlayedScenario): number {
  if (a.uri !== b.uri) return a.uri < b.uri ? -1 : 1;
  return (a.line ?? 0) - (b.line ?? 0) || (a.example ?? 0) - (b.example ?? 0) || a.startedAt - b.startedAt;
}
