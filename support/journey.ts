import type { Applicant } from '../fixtures/applicant.ts';
import type { Answers } from './answers.ts';
import type { Correspondence } from './correspondence.ts';
import { PortalUnreachedStep } from './failures.ts';
import type { Person } from './person.ts';
import type { Identity } from './portal/identification.ts';
import type { PersonalInformation } from './portal/information.ts';
import { type Portal, requireAccepted } from './portal/portal.ts';

/** What a journey is made with. */
interface Parts {
  readonly person: Person;
  readonly answers: Answers;
  readonly portal: Portal;
  readonly mail: Correspondence;
}

/** The way of the guide: what a person sends at each step (verbs), gets past (pass…) or goes through from nothing (to…). */
export class Journey {
  private readonly person: Person;
  private readonly answers: Answers;
  private readonly portal: Portal;
  private readonly mail: Correspondence;
  private typed: PersonalInformation | undefined;

  constructor({ person, answers, portal, mail }: Parts) {
    this.person = person;
    this.answers = answers;
    this.portal = portal;
    this.mail = mail;
  }

  /** Who makes the journey. */
  get applicant(): Applicant {
    return this.person.applicant;
  }

  /** Identifies the person at step 1, with other values where given. */
  async identify(other: Partial<Identity> = {}): Promise<void> {
    const { email, siret } = this.applicant;
    await this.portal.identification.reach();
    await this.portal.identification.identify({ email, siret, ...other });
  }

  /** Completes step 2 as the person would, with other values where given. */
  async complete(other: Partial<PersonalInformation> = {}): Promise<void> {
    const { usual } = this.answers;
    this.typed = { ...usual, ...other, structure: { ...usual.structure, ...other.structure } };
    await this.portal.information.complete(this.typed);
  }

  /** Completes step 2 with one fault that has nothing to do with the rest. */
  async completeWithOneFault(information: PersonalInformation): Promise<void> {
    this.typed = information;
    await this.portal.information.complete(this.answers.withOneFault(information));
  }

  /** What was last typed at step 2 beside a fault. */
  get typedInformation(): PersonalInformation {
    return this.typed ?? this.answers.usual;
  }

  /** Opens the link of the activation mail, or types its code, wherever it leads. @throws Finding when none comes */
  async openLink(): Promise<void> {
    const { email } = this.applicant;
    await this.portal.wayIn.enter(await this.mail.activationLinkOf(email), email);
  }

  /** Chooses a password at step 4, the person's unless told otherwise. */
  async choosePassword(password = this.applicant.motDePasse, confirmation = password): Promise<void> {
    this.person.choose(password);
    await this.portal.activation.activate({ ...this.person.secrets, password, confirmation });
  }

  /** Logs in with the person's address. */
  async logIn(password = this.applicant.motDePasse): Promise<void> {
    await this.portal.login.logIn(this.applicant.email, password);
  }

  /** Step 2 to step 3. @throws PortalUnreachedStep */
  async passInformation(): Promise<void> {
    await this.complete();
    requireAccepted(this.portal.information, 3);
  }

  /** Step 3 to the announcement of the mail. @throws PortalUnreachedStep */
  async passWorkspaces(): Promise<void> {
    await this.portal.workspaces.validate();
    requireAccepted(this.portal.workspaces, 4);
  }

  /** The mail to step 4. @throws PortalUnreachedStep, or Finding when no link comes */
  async passMail(): Promise<void> {
    await this.openLink();
    if (await this.portal.activation.isShown()) return;
    const observation = {
      done: this.portal.wayIn.words.opened,
      expected: "la page d'activation",
    };
    throw new PortalUnreachedStep(4, { ...observation, seen: await this.portal.whereItLed() });
  }

  /** Step 4 to an active account. @throws PortalUnreachedStep */
  async passActivation(): Promise<void> {
    await this.choosePassword();
    requireAccepted(this.portal.activation, 4);
  }

  /** An active account to its home page. @throws PortalUnreachedStep */
  async passLogin(): Promise<void> {
    await this.logIn();
    requireAccepted(this.portal.login, 4);
  }

  /** Starts at the home page. */
  async toIdentification(): Promise<void> {
    await this.portal.identification.open();
  }

  /** From nothing to step 2. @throws PortalUnreachedStep */
  async toInformation(): Promise<void> {
    await this.identify();
    requireAccepted(this.portal.identification, 2);
  }

  /** From nothing to step 3. @throws PortalUnreachedStep */
  async toWorkspaces(): Promise<void> {
    await this.toInformation();
    await this.passInformation();
  }

  /** From nothing to the announcement of the mail. @throws PortalUnreachedStep */
  async toCreation(): Promise<void> {
    await this.toWorkspaces();
    await this.passWorkspaces();
  }

  /** From nothing to step 4. @throws PortalUnreachedStep, or Finding when no link comes */
  async toActivation(): Promise<void> {
    await this.toCreation();
    await this.passMail();
  }

  /** From nothing to an active account. @throws PortalUnreachedStep */
  async toActiveAccount(): Promise<void> {
    await this.toActivation();
    await this.passActivation();
  }

  /** Begins again as another person of the same kind, up to a step. @throws PortalUnreachedStep */
  async again(step: 'identification' | 'information' | 'activation'): Promise<void> {
    this.person.drawn(this.applicant.company.family);
    await this.toIdentification();
    if (step === 'information') await this.toInformation();
    if (step === 'activation') await this.toActivation();
  }
}
