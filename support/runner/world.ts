import type { Page } from '@playwright/test';
import type { Seeds } from '../../fixtures/draw.ts';
import { Accessibility } from '../accessibility/accessibility.ts';
import { Accounts, type Holder } from '../accounts.ts';
import { Answers } from '../answers.ts';
import { Confidences } from '../confidences.ts';
import { Correspondence } from '../correspondence.ts';
import type { Environment } from '../environment.ts';
import { type Attach, Evidence } from '../evidence.ts';
import { ExpectedMails } from '../expected-mails.ts';
import { type Intents, intentsOf } from '../intents/intents.ts';
import { Journey } from '../journey.ts';
import { Person } from '../person.ts';
import { Portal } from '../portal/portal.ts';
import { PortalLost } from '../portal-lost.ts';
import { Rounds } from '../rounds.ts';
import { Security } from '../security/security.ts';
import { Silences } from '../silences.ts';
import { masked, secretsOf } from '../target/secrets.ts';
import type { Target } from '../target/target.ts';
import { preflight, probeMailboxOf } from './preflight.ts';

/** What every step has as `this`, whichever runner plays it. */
export interface World extends Intents {
  readonly target: Target;
  readonly portal: Portal;
  readonly mail: Correspondence;
  /** Who they are. */
  readonly person: Person;
  /** What they answer at step 2. */
  readonly answers: Answers;
  /** The activation mails that this person's doings may bring. */
  readonly expectedMails: ExpectedMails;
  /** What must not come by mail. */
  readonly silences: Silences;
  /** The way of the guide. */
  readonly journey: Journey;
  readonly evidence: Evidence;
  /** The answers to a table of values. */
  readonly rounds: Rounds;
  /** What whoever looks at the portal's security sees of this person's browser. */
  readonly security: Security;
  /** What is observed for those who do not see the page, or have no mouse. */
  readonly accessibility: Accessibility;
  /** The rule the scenario belongs to, `EX-4.04`. */
  readonly requirement: string | undefined;
  /** Opens another browser, with a person of its own at it; what came before stays as it is. */
  readonly elsewhere: () => Promise<World>;
  /** Those who came after the first person, each in a browser of their own. */
  readonly others: World[];
  /** Moves the portal's clock forward; absent where the target declares no such means. */
  readonly advanceClock: ((milliseconds: number) => Promise<void>) | undefined;
  /**
   * Makes a check of the pre-flight again; when it fails, says why, and the scenarios that follow do not start.
   */
  readonly recheck: (check: (target: Target) => Promise<void>) => Promise<string | undefined>;
}

/** Marks the scenarios in which a browser is listened to. */
const SECURITY = '@securite';

/** What a runner knows of the scenario it is about to play. */
export interface ScenarioInPlay {
  readonly page: Page;
  /** Opens a page in a browser context of its own, closed when the scenario ends. */
  readonly openPage: () => Promise<Page>;
  readonly environment: Environment;
  readonly seeds: Seeds;
  readonly attach: Attach;
  /** Feature file and line: what the scenario's data is drawn from. */
  readonly id: string;
  readonly tags: readonly string[];
  /** Those of the browser that opens another; a scenario has but one list. */
  readonly confidences?: Confidences;
}

/**
 * Returns the world of a scenario.
 * @throws Error when the target was found missing by an earlier scenario
 */
export function createWorld(scenario: ScenarioInPlay): World {
  const { page, environment, seeds, id, tags } = scenario;
  if (environment.lost !== undefined) throw new Error(environment.lost);
  const { target, url, mailbox, advanceClock } = environment;
  const requirement = tags.find((tag) => tag.startsWith('@EX-'))?.slice(1);
  const attach = maskedAttach(scenario.attach, secretsOf(target));
  const evidence = new Evidence(page, attach, requirement?.startsWith('EX-0.') ?? false);
  const expectedMails = new ExpectedMails(target);
  const accounts = new Accounts(id);
  const { confidences = new Confidences() } = scenario;
  const silences = new Silences(target.mail.quietMs);
  const person = new Person({ target, seeds, scenario: id });
  const answers = new Answers({ person, target });
  const portal: Portal = new Portal(page, target, url, {
    onStep: async (name, place) => {
      await silences.beforeSending();
      await evidence.step(name);
      await security.beforeSending(place);
      await accessibility.beforeSending(place);
      if (place !== 'identification') return;
      await environment.pace.turn();
      accounts.sending(holderOf(portal, person));
    },
    onSent: (place, decision) => {
      expectedMails.note(place, decision, person);
      accounts.note(place, decision, holderOf(portal, person));
    },
    onBrake: (brake) => environment.pace.brake(brake, requirement),
    usual: () => answers.usual,
    confidences,
  });
  const mail = new Correspondence(mailbox, target, url, confidences);
  const journey = new Journey({ person, answers, portal, mail });
  const means = { person, answers, journey, portal, mail, target };
  const accessibility: Accessibility = new Accessibility(means, page);
  const others: World[] = [];
  const elsewhere = async (): Promise<World> => {
    const other = createWorld({
      ...scenario,
      confidences,
      page: await scenario.openPage(),
      id: `${id}, autre ${others.length + 1}`,
    });
    others.push(other);
    return other;
  };
  const rounds = new Rounds();
  const recheck = async (check: (target: Target) => Promise<void>): Promise<string | undefined> => {
    environment.lost = await check(target)
      .then(() => environment.mailbox.probe?.())
      .then(
        () => undefined,
        (error: Error) => `Série arrêtée : ${error.message}`,
      );
    return environment.lost;
  };
  const security: Security = new Security({
    page,
    portal,
    target,
    elsewhere,
    url,
    requirement,
    attach,
    accounts,
    pace: environment.pace,
    isAsked: tags.includes(SECURITY),
  });
  const people = { elsewhere, others };
  const own = { expectedMails, silences, evidence, rounds, requirement, security, accessibility };
  return { ...means, ...intentsOf(means), ...own, ...people, advanceClock, recheck };
}

/** Nothing that is attached holds a secret of the target; pictures are what the portal shows to anybody. */
function maskedAttach(attach: Attach, secrets: readonly string[]): Attach {
  if (secrets.length === 0) return attach;
  return (body, mediaType, name) =>
    attach(typeof body === 'string' ? masked(body, secrets) : body, mediaType, name);
}

/** The runner reports what was thrown: it is this very object. */
function maskError(error: unknown, secrets: readonly string[]): void {
  if (secrets.length === 0 || !(error instanceof Error)) return;
  error.message = masked(error.message, secrets);
  error.stack = masked(error.stack ?? '', secrets);
}

/** Whose account a browser makes: who was last typed at its step 1, else the person, who began in another. */
function holderOf({ identification: { email, siret } }: Portal, { applicant }: Person): Holder {
  const typed = { email: email.lastTyped, siret: siret.lastTyped };
  return typed.email === '' && typed.siret === '' ? applicant : typed;
}

/** Keeps the proofs of a step that failed; called by both runners after each step. */
export async function afterStep(world: World, error: unknown): Promise<void> {
  if (!error) return;
  maskError(error, secretsOf(world.target));
  await world.evidence.failure(error, world.requirement, world.mail);
  // A portal that can't send its mail answers 500: that is not to be held against it when the mailbox is gone.
  const lost = await world.recheck(error instanceof PortalLost ? preflight : probeMailboxOf);
  if (lost !== undefined) await world.evidence.lost(lost);
}
