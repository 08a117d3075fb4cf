import { type Diagnosis, failing, isRight, type Kind, type Mode, wronglyFailing } from './diagnosis.ts';

/** What a campaign measured. */
export interface Figures {
  /** Subjects the suite judged as it must: defects caught, sentinels refused, variants certified. */
  readonly right: number;
  /** Subjects that count: those argued equivalent can't be caught, and don't. */
  readonly total: number;
  /** Subjects argued equivalent, and how many of them the suite accuses all the same. */
  readonly equivalents: number;
  readonly disproved: number;
  /** Requirements that failed, over all defects, and how many of them rightly; only a full campaign knows. */
  readonly failing?: number | undefined;
  readonly rightly?: number | undefined;
  /** Defects for which what fails is what they break and declare, and nothing else; only a full campaign knows. */
  readonly exact?: number | undefined;
  /** Requirements that failed on a conforming portal. */
  readonly falseAlarms?: number | undefined;
}

/** Sums a campaign up. What was not tried is among the diagnoses, and missed. */
export function figuresOf(kind: Kind, mode: Mode, diagnoses: readonly Diagnosis[]): Figures {
  const equivalents = diagnoses.filter(({ subject }) => subject.equivalent !== undefined);
  const counted = diagnoses.filter(({ subject }) => subject.equivalent === undefined);
  const figures = {
    right: counted.filter((diagnosis) => isRight(kind, diagnosis)).length,
    total: counted.length,
    equivalents: equivalents.length,
    disproved: equivalents.filter((diagnosis) => !isRight(kind, diagnosis)).length,
  };
  if (kind === 'variants') return { ...figures, falseAlarms: sum(counted, failing) };
  if (kind === 'sentinels' || mode === 'quick') return figures;
  const accused = sum(counted, failing);
  return {
    ...figures,
    failing: accused,
    rightly: accused - sum(counted, wronglyFailing),
    exact: counted.filter((diagnosis) => isRight(kind, diagnosis) && wronglyFailing(diagnosis).length === 0)
      .length,
  };
}

/** Returns the share of the requirements that failed rightly; `undefined` where it was not measured. */
export function precisionOf({ failing: accused, rightly }: Figures): number | undefined {
  return accused === undefined || rightly === undefined || accused === 0 ? undefined : rightly / accused;
}

/** « 97,5 % »: never rounded up to a perfection that was not reached. */
export function percent(share: number): string {
  return `${String(Math.floor(share * 1000 + 1e-9) / 10).replace('.', ',')} %`;
}

function sum(diagnoses: readonly Diagnosis[], of: (diagnosis: Diagnosis) => readonly string[]): number {
  return diagnoses.reduce((total, diagnosis) => total + of(diagnosis).length, 0);
}
