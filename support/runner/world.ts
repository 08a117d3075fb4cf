import type { Page } from '@playwright/test';
import type { Seeds } from '../../fixtures/draw.ts';
import { Correspondence } from '../correspondence.ts';
import type { Environment } from '../environment.ts';
import { type Attach, Evidence } from '../evidence.ts';
import { Journey } from '../journey.ts';
import { Portal } from '../portal/portal.ts';
import { Rounds } from '../rounds.ts';
import type { Target } from '../target/target.ts';

/** What every step has as `this`, whichever runner plays it. */
export interface World {
  readonly target: Target;
  readonly portal: Portal;
  readonly mail: Correspondence;
  readonly journey: Journey;
  readonly evidence: Evidence;
  /** The answers to a table of values. */
  readonly rounds: Rounds;
  /** The rule the scenario belongs to, `EX-4.04`. */
  readonly requirement: string | undefined;
}

/** What a runner knows of the scenario it is about to play. */
export interface ScenarioInPlay {
  readonly page: Page;
  readonly environment: Environment;
  readonly seeds: Seeds;
  readonly attach: Attach;
  /** Feature file and line: what the scenario's data is drawn from. */
  readonly id: string;
  readonly tags: readonly string[];
}

/** Returns the world of a scenario. */
export function createWorld({ page, environment, seeds, attach, id, tags }: ScenarioInPlay): World {
  const { target, url, mailbox } = environment;
  const requirement = tags.find((tag) => tag.startsWith('@EX-'))?.slice(1);
  const evidence = new Evidence(page, attach, requirement?.startsWith('EX-0.') ?? false);
  const portal = new Portal(page, target, url, (name) => evidence.step(name));
  const mail = new Correspondence(mailbox, target, url);
  const journey = new Journey({ portal, mail, target, seeds, scenario: id });
  return { target, portal, mail, journey, evidence, rounds: new Rounds(), requirement };
}

/** Keeps the proofs of a step that failed; called by both runners after each step. */
export async function afterStep(world: World, error: unknown): Promise<void> {
  if (error) await world.evidence.failure(error, world.requirement, world.mail);
}
