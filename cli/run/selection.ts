import { type Catalogue, LEVELS, type Level, type Requirement } from '../../reports/catalogue.ts';
import { DEFAULT_LEVELS } from '../../reports/verdict.ts';
import { HarnessSetupError } from '../../support/setup-error.ts';
import { nearest } from '../../support/target/contract/nearest.ts';
import type { LastRun } from './last-run.ts';
import type { RunOptions } from './options.ts';

/** What a run plays of the suite, and how it is judged. */
export interface Selection {
  readonly levels: readonly Level[];
  /** The ids asked for by name, or by the last run; absent where whole levels are played. */
  readonly ids?: readonly string[];
  /** What is played of the catalogue, were it in parts. */
  readonly requirements: readonly Requirement[];
  /** A selection never certifies; whole levels do, and say which are left out. */
  readonly partial: boolean;
  /** The arguments that have the runner play just that. */
  readonly args: readonly string[];
}

/**
 * Returns what a run plays.
 * @throws HarnessSetupError for a requirement, a level or a shard that is none, or when nothing is left to replay
 */
export function selectionOf(options: RunOptions, catalogue: Catalogue, last: () => LastRun): Selection {
  const asked = levelsOf(options.level);
  const ids = options.lastFailed ? last().notGreen : options.requirement;
  const chosen = ids?.map((id) => requirementNamed(id, catalogue, asked));
  const levels = asked ?? (chosen === undefined ? DEFAULT_LEVELS : levelsAmong(chosen));
  const requirements = chosen ?? catalogue.requirements.filter(({ level }) => levels.includes(level));
  return {
    levels,
    ...(ids === undefined ? {} : { ids }),
    requirements,
    partial: ids !== undefined || options.shard !== undefined,
    args: [
      ...grepOf(ids, levels, catalogue),
      ...(options.shard === undefined ? [] : [`--shard=${checkedShard(options.shard)}`]),
    ],
  };
}

/** Returns the levels of these names. @throws HarnessSetupError for one that is none */
export function levelsOf(asked: readonly string[] | undefined): readonly Level[] | undefined {
  return asked?.map((name) => {
    const level = LEVELS.find((known) => known === name);
    if (level !== undefined) return level;
    const near = nearest(name, LEVELS);
    throw new HarnessSetupError(
      `« ${name} » n'est pas un niveau d'exigence.`,
      near === undefined ? `Niveaux : ${LEVELS.join(', ')}.` : `Vouliez-vous dire « ${near} » ?`,
    );
  });
}

function requirementNamed(
  id: string,
  { requirements }: Catalogue,
  levels: readonly Level[] | undefined,
): Requirement {
  const found = requirements.find((requirement) => requirement.id === id);
  if (found === undefined) {
    const near = nearest(
      id,
      requirements.map((requirement) => requirement.id),
    );
    throw new HarnessSetupError(
      `L'exigence « ${id} » n'est pas au catalogue.`,
      near === undefined
        ? 'Écrivez par exemple EX-4.04 ; docs/exigences.md les donne toutes.'
        : `Vouliez-vous dire ${near} ?`,
    );
  }
  if (levels?.includes(found.level) === false) {
    throw new HarnessSetupError(
      `L'exigence ${id} est du niveau « ${found.level} », que --level ne demande pas.`,
      `Retirez --level, ou ajoutez-y ${found.level}.`,
    );
  }
  return found;
}

function levelsAmong(requirements: readonly Requirement[]): Level[] {
  return LEVELS.filter((level) => requirements.some((requirement) => requirement.level === level));
}

function grepOf(
  ids: readonly string[] | undefined,
  levels: readonly Level[],
  { requirements }: Catalogue,
): string[] {
  if (ids !== undefined) return ['--grep', ids.map((id) => `@${id}\\b`).join('|')];
  // Nothing to leave out: the runner plays all that there is, rules without a level included.
  if (requirements.every(({ level }) => levels.includes(level))) return [];
  return ['--grep', levels.map((level) => `@${level}\\b`).join('|')];
}

/** Playwright plays nothing for « 0/2 » and says that all went well. */
/** Returns a shard, « 1/3 », as it was given. @throws HarnessSetupError for one that is none */
export function checkedShard(shard: string): string {
  const [, rank, total] = /^([1-9]\d*)\/([1-9]\d*)$/.exec(shard) ?? [];
  if (Number(rank) <= Number(total)) return shard;
  throw new HarnessSetupError(
    `« ${shard} » n'est pas une tranche de la suite.`,
    'Donnez son rang et leur nombre, par exemple --shard 1/3.',
  );
}
