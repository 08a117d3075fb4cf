import type { RequirementOutcome, RequirementVerdict, RunVerdict } from '../verdict.ts';

/**
 * What a baseline can hold. A harness that broke and a rule that was not played say nothing of the portal: nobody can
 * know them beforehand.
 */
export const KNOWABLE = ['non conforme', 'non vérifiable', 'instable'] as const;

export type KnownOutcome = (typeof KNOWABLE)[number];

/** A requirement that is known not to be green: who mends it, and until when it may stay so. */
export interface Known {
  readonly requirement: string;
  readonly outcome: KnownOutcome;
  readonly owner: string;
  /** The last day, included: « 2026-12-31 ». */
  readonly until: string;
  readonly why?: string | undefined;
}

/** An entry of a baseline, and the days that are left to it: 0 on its last one, less than 0 after. */
export interface Dated {
  readonly known: Known;
  readonly days: number;
}

/** A run, against what was known of its target. The verdict itself does not change. */
export interface AgainstBaseline {
  /** Listed, and just so. */
  readonly remaining: readonly Dated[];
  /** Not green, and not listed. */
  readonly unknown: readonly RequirementVerdict[];
  /** Listed, not green, and otherwise than it is listed. */
  readonly changed: readonly { readonly known: Known; readonly now: RequirementOutcome }[];
  /** Listed, and green by now: to be removed from the file. */
  readonly healed: readonly Known[];
  /** Listed, not healed, and past its last day. */
  readonly ended: readonly Dated[];
  /** Listed, and not assessed by this run. */
  readonly unassessed: readonly Known[];
  /** Why this run concludes nothing, whatever is known of the portal. */
  readonly obstacles: readonly string[];
  /** Only what is listed is not green. */
  readonly holds: boolean;
  readonly code: RunVerdict['code'];
}

/** What does not keep a run from its code 0. */
const GREEN: readonly RequirementOutcome[] = ['conforme', 'réserve', 'non applicable'];

/** The verdict is green, and the file is to be mended: something is left for a person to settle. */
const STALE = 2;

/** Compares a run with what is known of its target, on a day. */
export function againstBaseline(run: RunVerdict, known: readonly Known[], today: Date): AgainstBaseline {
  const found = known.map((entry) => ({ entry, now: outcomeIn(run, entry.requirement) }));
  const healed = found.filter(({ entry, now }) => isHealed(entry, now)).map(({ entry }) => entry);
  const lasting = known.filter((entry) => !healed.includes(entry)).map((entry) => dated(entry, today));
  const listed = new Set(known.map(({ requirement }) => requirement));
  const told = {
    remaining: lasting.filter((each) => isSo(run, each.known)),
    unknown: run.requirements.filter(
      ({ requirement, outcome }) => !GREEN.includes(outcome) && !listed.has(requirement.id),
    ),
    changed: found.flatMap(({ entry, now }) =>
      now === undefined || healed.includes(entry) || isSo(run, entry) ? [] : [{ known: entry, now }],
    ),
    healed,
    ended: lasting.filter(({ days }) => days < 0),
    unassessed: found.filter(({ now }) => now === undefined).map(({ entry }) => entry),
    obstacles: obstaclesIn(run),
  };
  const { unknown, changed, ended, obstacles } = told;
  const holds = [unknown, changed, healed, ended, obstacles].every((list) => list.length === 0);
  return { ...told, holds, code: holds ? 0 : run.code === 0 ? STALE : run.code };
}

function outcomeIn({ requirements }: RunVerdict, id: string): RequirementOutcome | undefined {
  return requirements.find(({ requirement }) => requirement.id === id)?.outcome;
}

/** What is known to be unstable may go well once: that heals nothing, and proves nothing. */
function isHealed({ outcome }: Known, now: RequirementOutcome | undefined): boolean {
  if (now === undefined || !GREEN.includes(now)) return false;
  return outcome !== 'instable' || now !== 'conforme';
}

function isSo(run: RunVerdict, { requirement, outcome }: Known): boolean {
  const now = outcomeIn(run, requirement);
  return now === outcome || (outcome === 'instable' && now === 'conforme');
}

function obstaclesIn({ problems, doubts, interrupted }: RunVerdict): string[] {
  return [...problems, ...doubts, ...(interrupted ? ['La campagne n’est pas allée à son terme.'] : [])];
}

const DAY_MS = 86_400_000;

function dated(known: Known, today: Date): Dated {
  const day = Date.UTC(today.getFullYear(), today.getMonth(), today.getDate());
  return { known, days: Math.round((Date.parse(known.until) - day) / DAY_MS) };
}

/** Returns what a first baseline lists of a run, with one owner and one last day for all. */
export function baselineOf(
  { requirements }: Pick<RunVerdict, 'requirements'>,
  { owner, until }: Pick<Known, 'owner' | 'until'>,
): Known[] {
  return requirements.flatMap(({ requirement: { id }, outcome }) => {
    const known = KNOWABLE.find((each) => each === outcome);
    return known === undefined ? [] : [{ requirement: id, outcome: known, owner, until }];
  });
}
