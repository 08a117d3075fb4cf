import { type Catalogue, LEVELS, type Level } from '../../reports/catalogue.ts';
import type { Play } from '../../reports/messages.ts';
import type { Diagnosis, Finding, Subject } from '../../reports/power/diagnosis.ts';
import type { RequirementVerdict, ScenarioVerdict, TargetView } from '../../reports/verdict.ts';
import { verdict } from '../../reports/verdict.ts';

/** What was played on a subject. */
export interface Played {
  readonly subject: Subject;
  readonly target: TargetView;
  readonly plays: readonly Play[];
  /** The requirements whose scenarios were to be played: nothing is said of the others. */
  readonly asked: readonly string[];
  /** How many of these plays are those of the conforming portal. */
  readonly spared: number;
  /** Only some scenarios were to be played: the others are not missing. */
  readonly partial: boolean;
  readonly ms: number;
}

/** Judges a subject as a run of the suite is judged. */
export function judged(
  catalogue: Catalogue,
  { subject, target, plays, asked, spared, partial, ms }: Played,
): Diagnosis {
  const judgedFor = (levels: readonly Level[]) => verdict({ catalogue, target, plays, partial, levels });
  const run = judgedFor(LEVELS);
  const findings = run.requirements
    .filter(({ requirement }) => asked.includes(requirement.id))
    .map(findingOf);
  const own = run.requirements.find(({ requirement }) => requirement.id === subject.breaks);
  const troubles = [...run.problems, ...(partial ? [] : findings.flatMap(troubleIn))];
  const caughtBy = own?.scenarios.find(({ outcome }) => outcome === 'non conforme');
  return {
    subject,
    findings: Object.fromEntries(findings),
    ...(partial
      ? {}
      : {
          verdict: run.outcome,
          certified: LEVELS.filter((level) => judgedFor([level]).outcome === 'CONFORME'),
        }),
    ...(caughtBy === undefined ? {} : { caughtBy: writtenName(caughtBy) }),
    ...(troubles.length > 0 ? { trouble: troubles.join('\n') } : {}),
    played: run.played,
    ...(spared > 0 ? { spared } : {}),
    ms,
  };
}

function findingOf({ requirement, outcome, scenarios }: RequirementVerdict): [string, Finding] {
  const wanted = outcome === 'réserve' ? 'non conforme' : outcome;
  const telling = scenarios.find((scenario) => scenario.outcome === wanted);
  const sentence = outcome === 'conforme' ? '' : (telling?.sentences[0] ?? '');
  return [requirement.id, { outcome, sentence }];
}

/** Where the harness broke, or nothing was played, the whole suite was not. */
function troubleIn([id, { outcome, sentence }]: [string, Finding]): string[] {
  return outcome === 'erreur du banc' || outcome === 'non jouée' ? [`${id}, ${outcome} : ${sentence}`] : [];
}

/** The name the catalogue knows: an outline's, not a row's. */
function writtenName({ plays, name }: ScenarioVerdict): string {
  return plays[0]?.scenario ?? name;
}
