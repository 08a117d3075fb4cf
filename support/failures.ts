/**
 * Why a scenario stops, in four kinds: `Finding` (or `FindingAtEnd`), `PortalUnreachedStep`, `MeansMissing`, and
 * everything else, which is the harness's own fault. The verdict reads the kind together with the step it came from.
 */

/** What was observed of the portal, in three French fragments a vendor can act on. */
export interface Observation {
  /** What was done: « Le mot de passe « Abc1!xy » (7 caractères) a été proposé ». */
  readonly done: string;
  /** What the rule expects: « refus ». */
  readonly expected: string;
  /** What happened instead. */
  readonly seen: string;
}

/** The portal did not do what the rule says. */
export class Finding extends Error {
  override readonly name = 'Finding';
  readonly observation: Observation;

  constructor(observation: Observation) {
    super(sentenceOf(observation));
    this.observation = observation;
  }
}

/**
 * The portal did what the rule forbids, and it shows once every step has passed: whoever throws this says so for the
 * whole scenario, from the hook that ends it.
 */
export class FindingAtEnd extends Error {
  override readonly name = 'FindingAtEnd';
  readonly observation: Observation;

  constructor(observation: Observation) {
    super(sentenceOf(observation));
    this.observation = observation;
  }
}

/** The portal did not reach the step a scenario starts from. */
export class PortalUnreachedStep extends Error {
  override readonly name = 'PortalUnreachedStep';
  readonly step: number;
  readonly observation: Observation;

  constructor(step: number, observation: Observation) {
    super(`Étape ${step} non atteinte. ${sentenceOf(observation)}`);
    this.step = step;
    this.observation = observation;
  }
}

/** The target did not declare a means (clock, second mailbox, company of a family, …) the scenario needs. */
export class MeansMissing extends Error {
  override readonly name = 'MeansMissing';
  readonly means: string;
  /** What the vendor can do about it. */
  readonly remedy: string;

  constructor(means: string, remedy: string) {
    super(`Moyen manquant : ${means}. ${remedy}`);
    this.means = means;
    this.remedy = remedy;
  }
}

/** The media type of a failure in the messages; reports read it back. */
export const FAILURE_MEDIA_TYPE = 'application/vnd.diapason.failure+json';

/** Returns the structured failure that travels in the messages; `requirement` is the rule's id, when it has one. */
export function failureOf(error: unknown, requirement: string | undefined): Record<string, unknown> {
  return { ...(requirement === undefined ? {} : { requirement }), ...kindOf(error) };
}

/** The sentence leaves out what `step` and `means` say: reports put it before. */
function kindOf(error: unknown): Record<string, unknown> {
  if (error instanceof Finding) return { kind: 'finding', sentence: error.message, ...error.observation };
  if (error instanceof FindingAtEnd)
    return { kind: 'finding-at-end', sentence: error.message, ...error.observation };
  if (error instanceof PortalUnreachedStep) {
    const { step, observation } = error;
    return { kind: 'unreached', sentence: sentenceOf(observation), step, ...observation };
  }
  if (error instanceof MeansMissing) return { kind: 'means', sentence: error.remedy, means: error.means };
  return { kind: 'harness', sentence: error instanceof Error ? error.message : String(error) };
}

function sentenceOf({ done, expected, seen }: Observation): string {
  return `${done}. Attendu : ${expected}. Constaté : ${seen}.`;
}
