import type { Level } from '../catalogue.ts';
import type { RequirementOutcome } from '../requirement-verdict.ts';
import type { RunOutcome } from '../run-outcome.ts';

/** What a campaign gives the suite to judge: defects and blind defects, portals that must never or always certify. */
export const KINDS = ['defects', 'blind', 'sentinels', 'variants'] as const;
export type Kind = (typeof KINDS)[number];

/** Quick: until the first catch. Full: every scenario of the suite. */
export const MODES = ['quick', 'full'] as const;
export type Mode = (typeof MODES)[number];

/** A portal under test whose flaw, or whose soundness, is known beforehand. */
export interface Subject {
  readonly id: string;
  /** What a user sees of it, in one French sentence. */
  readonly sentence: string;
  /** The requirement that must catch it; none for a sentinel or a variant. */
  readonly breaks?: string;
  /** Declared collateral. */
  readonly alsoBreaks?: readonly string[];
  /** The levels for which a sentinel may be certified, each asked for alone: it keeps them for real. */
  readonly keeps?: readonly string[];
  /** Why nothing can catch it, in French. */
  readonly equivalent?: string;
}

/** What the suite said of a requirement, on one subject. */
export interface Finding {
  readonly outcome: RequirementOutcome;
  /** Its first sentence; empty for a requirement that is kept. */
  readonly sentence: string;
}

/** What the suite said of one subject. Plain data: it is kept in files and passed between processes. */
export interface Diagnosis {
  readonly subject: Subject;
  /** By requirement; those played only. */
  readonly findings: Readonly<Record<string, Finding>>;
  /** Of the run as a whole; it means something where the whole suite was played. */
  readonly verdict?: RunOutcome;
  /** The levels for which it would be certified, each asked for alone; where the whole suite was played. */
  readonly certified?: readonly Level[];
  /** Name of the scenario of the broken requirement that caught it. */
  readonly caughtBy?: string;
  /** Why it was not judged to the end, in French: its process died, it was not tried. */
  readonly trouble?: string;
  /** Scenarios judged. */
  readonly played: number;
  /** How many of the scenarios written it answers as the conforming portal does: they were played there only. */
  readonly spared?: number;
  readonly ms: number;
}

/** Returns the requirements that accuse the subject: non conforme, or réserve for a « devrait ». */
export function failing({ findings }: Diagnosis): string[] {
  return Object.keys(findings)
    .filter((id) => accuses(findings[id]?.outcome))
    .sort();
}

/** Returns whether the subject's own requirement says it is broken; a harness error says nothing. */
export function isCaught({ subject, findings, trouble }: Diagnosis): boolean {
  if (trouble !== undefined || subject.breaks === undefined) return false;
  return accuses(findings[subject.breaks]?.outcome);
}

/** Returns the requirements that accuse the subject wrongly. */
export function wronglyFailing(diagnosis: Diagnosis): string[] {
  const { breaks, alsoBreaks = [] } = diagnosis.subject;
  return failing(diagnosis).filter((id) => id !== breaks && !alsoBreaks.includes(id));
}

/** Returns whether the suite said of the subject what it must. */
export function isRight(kind: Kind, diagnosis: Diagnosis): boolean {
  const { subject, verdict, certified = [], trouble } = diagnosis;
  if (trouble !== undefined) return false;
  switch (kind) {
    case 'sentinels':
      return (
        certified.every((level) => subject.keeps?.includes(level)) &&
        (verdict === 'NON CONFORME' || verdict === 'INCOMPLET')
      );
    case 'variants':
      return verdict === 'CONFORME' && failing(diagnosis).length === 0;
    default:
      return subject.equivalent === undefined ? isCaught(diagnosis) : failing(diagnosis).length === 0;
  }
}

/** A diagnosis of what was not played: it counts as missed. */
export function untried(subject: Subject, trouble = 'non essayé'): Diagnosis {
  return { subject, findings: {}, trouble, played: 0, ms: 0 };
}

function accuses(outcome: RequirementOutcome | undefined): boolean {
  return outcome === 'non conforme' || outcome === 'réserve';
}
