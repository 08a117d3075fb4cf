import { LEVELS, type Level, type Requirement } from '../../reports/catalogue.ts';
import type { Mode, Subject } from '../../reports/power/diagnosis.ts';
import { DEFAULT_LEVELS } from '../../reports/verdict.ts';
import { HarnessSetupError } from '../../support/setup-error.ts';

/** Which subjects of a campaign a person asks for; all of them unless told. */
export interface Selection {
  readonly only?: string;
  /** `2/3`: the second third. */
  readonly shard?: string;
}

/**
 * Returns the subjects a campaign is over: those that break a requirement of these levels. Unless told otherwise, a full
 * campaign has the levels of a run, a quick one has them all. What breaks no requirement is judged by all of them.
 */
export function population(
  subjects: readonly Subject[],
  requirements: readonly Requirement[],
  mode: Mode,
  levels: readonly Level[] = mode === 'full' ? DEFAULT_LEVELS : LEVELS,
): Subject[] {
  const within = requirements.filter(({ level }) => levels.includes(level)).map(({ id }) => id);
  return subjects.filter(({ breaks = '' }) => breaks === '' || within.includes(breaks));
}

/** Returns the subjects asked for. @throws HarnessSetupError when there are none of that name, or at all */
export function selected(subjects: readonly Subject[], { only, shard }: Selection): Subject[] {
  const chosen = subjects
    .filter(({ id }) => only === undefined || id === only)
    .filter(inShard(shard ?? '1/1'));
  if (chosen.length > 0) return chosen;
  const known = subjects.map(({ id }) => id).join(', ');
  throw new HarnessSetupError(
    only === undefined ? 'Cette campagne n’a rien à juger.' : `Inconnu de cette campagne : « ${only} »`,
    known === '' ? 'Sa liste, dans fixtures/, est vide.' : `Connus : ${known}.`,
  );
}

/** Every n-th: neighbours break the same requirement and take as long, so that shards are even. */
function inShard(shard: string): (subject: Subject, rank: number) => boolean {
  const [, i = '0', n = '0'] = /^(\d+)\/(\d+)$/.exec(shard) ?? [];
  const [part, parts] = [Number(i), Number(n)];
  if (part < 1 || part > parts) {
    throw new HarnessSetupError(
      `--shard n'est pas une part : « ${shard} »`,
      'Donnez-la comme 1/3, 2/3 ou 3/3.',
    );
  }
  return (_, rank) => rank % parts === part - 1;
}
