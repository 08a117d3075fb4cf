import type { Failure } from './failure.ts';
import { harnessSentence } from './harness-sentence.ts';
import type { PlayedScenario } from './played-scenario.ts';

/**
 * From the best to the worst; the worst of the scenarios is the requirement's verdict.
 *
 * A non-conformity comes last because it is the only one that is about the portal and is proven: nothing else can
 * take it back. Then, by how little was learnt *because of us*: a broken harness must be mended before anything is
 * said; an instability needs a person to look; a thing that could not be verified needs a means or an earlier step;
 * a thing that was not played only needs to be played. A réserve weighs less than all of these: it never changes
 * the outcome of a run, so it must not hide what does.
 */
const FROM_BEST_TO_WORST = [
  'conforme',
  'réserve',
  'non jouée',
  'non vérifiable',
  'instable',
  'erreur du banc',
  'non conforme',
] as const;

export type Outcome = (typeof FROM_BEST_TO_WORST)[number];
export type ScenarioOutcome = Exclude<Outcome, 'réserve'>;

/** What a scenario proves, and the sentences that say it. */
export interface ScenarioVerdict {
  /** Name for people, with the example row when the name does not tell it. */
  name: string;
  outcome: ScenarioOutcome;
  sentences: string[];
  proof?: string | undefined;
  plays: PlayedScenario[];
}

type Measure = Pick<ScenarioVerdict, 'outcome' | 'sentences' | 'proof'> & {
  /** The means that was missing, where that cut the play short: then it measured nothing. */
  missing?: string | undefined;
};

/** The means that is missing when the portal asks to be given time; `support/pace.ts` names it so. */
const PACE = 'cadence';

/** The worst of several outcomes; none at all is a thing that was not played. */
export function worstOf<T extends Outcome>(outcomes: readonly T[]): T | 'non jouée' {
  return outcomes.reduce<T | 'non jouée'>(
    (worst, outcome) => (rank(outcome) > rank(worst) ? outcome : worst),
    outcomes[0] ?? 'non jouée',
  );
}

/** The verdict on one scenario, from all its plays: one, or two when it was played again. */
export function scenarioVerdict(plays: [PlayedScenario, ...PlayedScenario[]]): ScenarioVerdict {
  const measures = inTime(plays.map(measureOf));
  const outcome = outcomeOf(measures);
  const telling =
    outcome === 'instable' ? measures : measures.filter((measure) => measure.outcome === outcome);
  return {
    name: nameOf(plays[0]),
    outcome,
    sentences: [...history(outcome, measures), ...sentencesOf(outcome, telling)],
    proof: measures.findLast(({ proof }) => proof)?.proof,
    plays,
  };
}

/** Plays that agree say the same of other data: the last one's words are enough, its trace is the proof. */
function sentencesOf(outcome: ScenarioOutcome, telling: Measure[]): string[] {
  const said = outcome === 'instable' ? telling : telling.slice(-1);
  return [...new Set(said.flatMap(({ sentences }) => sentences))];
}

/** A play that went too fast for the portal is no play, once another has kept the pace it asked for. */
function inTime(measures: Measure[]): Measure[] {
  const others = measures.filter(({ missing }) => missing !== PACE);
  return others.length === 0 ? measures : others;
}

/**
 * *Instable* speaks of what was measured: two plays that each reached a verdict, and not the same. A play in which
 * the harness broke, or lacked a means, measured nothing, so it contradicts nothing: the worse of the two stands. Thus
 * a second play that goes well never whitewashes a broken harness, and one that breaks never erases a finding.
 */
function outcomeOf(measures: Measure[]): ScenarioOutcome {
  const outcomes = measures.map(({ outcome }) => outcome);
  const measured = new Set(
    measures
      .filter(({ outcome, missing }) => !isBroken(outcome) && missing === undefined)
      .map(({ outcome }) => outcome),
  );
  return measured.size > 1 ? worstOf([...outcomes.filter(isBroken), 'instable']) : worstOf(outcomes);
}

function isBroken(outcome: ScenarioOutcome): boolean {
  return outcome === 'erreur du banc';
}

/** What one play proves, by where it failed and what the failure says it is. */
function measureOf(played: PlayedScenario): Measure {
  if (played.status === 'PASSED') return { outcome: 'conforme', sentences: [] };
  const failure = played.status === 'FAILED' ? played.failures.at(-1) : undefined;
  const proof =
    played.failures.findLast((said) => said.proof)?.proof ?? played.attachments.find(({ url }) => url)?.url;
  if (!failure || failure.kind === 'harness') return { ...harnessError(played, failure), proof };
  if (failure.kind === 'means')
    return {
      outcome: 'non vérifiable',
      sentences: [missingMeans(failure)],
      proof,
      missing: failure.means ?? '',
    };
  return { ...portalFailure(played, failure), proof };
}

function portalFailure(played: PlayedScenario, failure: Failure): Measure {
  // Every step had passed: what a hook saw then is asked of the portal whatever the scenario, and says so itself.
  if (failure.kind === 'finding-at-end') return { outcome: 'non conforme', sentences: [failure.sentence] };
  switch (played.failedStep?.type) {
    case 'Context':
      return { outcome: 'non vérifiable', sentences: [unreached(failure)] };
    case 'Action':
    case 'Outcome':
      return { outcome: 'non conforme', sentences: played.failures.map(({ sentence }) => sentence) };
    default:
      // A hook, or a step written `*`: what the rule asked at this point cannot be told, so nobody is accused.
      return harnessError(played, failure);
  }
}

function unreached({ step, sentence }: Failure): string {
  return step === undefined
    ? `Point de départ non atteint : ${sentence}`
    : `Étape ${step} non atteinte : ${sentence}`;
}

function missingMeans({ means, sentence }: Failure): string {
  return means ? `Moyen manquant (${means}) : ${sentence}` : `Moyen manquant : ${sentence}`;
}

function harnessError(played: PlayedScenario, failure: Failure | undefined): Measure {
  const where = played.failedStep ? `« ${played.failedStep.text} » : ` : '';
  const said = harnessSentence(failure?.sentence, played.error);
  const what = said ?? WITHOUT_ERROR[played.status] ?? 'échec sans message';
  return { outcome: 'erreur du banc', sentences: [`${where}${what}`] };
}

const WITHOUT_ERROR: Partial<Record<PlayedScenario['status'], string>> = {
  SKIPPED: "l'étape a été sautée",
  PENDING: "l'étape reste à écrire",
  UNDEFINED: "l'étape n'a pas de définition",
  AMBIGUOUS: "l'étape a plusieurs définitions",
  UNKNOWN: "l'étape ne s'est pas terminée",
};

function nameOf({ name, scenario, example }: PlayedScenario): string {
  return example !== undefined && name === scenario ? `${name} (exemple ${example})` : name;
}

function history(outcome: ScenarioOutcome, measures: Measure[]): string[] {
  if (outcome !== 'instable') return [];
  return [`Les passages se contredisent : ${measures.map((measure) => measure.outcome).join(', puis ')}.`];
}

function rank(outcome: Outcome): number {
  return FROM_BEST_TO_WORST.indexOf(outcome);
}
