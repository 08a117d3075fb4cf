import { type Applicant, drawApplicant } from '../fixtures/applicant.ts';
import { company } from '../fixtures/company.ts';
import { type Draw, drawOf, type Seeds } from '../fixtures/draw.ts';
import { passwordOf } from '../fixtures/password.ts';
import { type Family, siretWithWrongDigit } from '../fixtures/siret.ts';
import type { Correspondence } from './correspondence.ts';
import { Finding, PortalUnreachedStep } from './failures.ts';
import { type Sent, seenOf } from './portal/decision.ts';
import type { Identity } from './portal/identification.ts';
import type { PersonalInformation } from './portal/information.ts';
import { type Portal, requireAccepted } from './portal/portal.ts';
import type { Target } from './target/target.ts';

/** The person of a scenario, and the way they have come on the portal. */
export class Journey {
  readonly draw: Draw;
  private readonly portal: Portal;
  private readonly mail: Correspondence;
  private readonly target: Target;
  private person: Applicant | undefined;
  private contact: string | undefined;
  private password: string | undefined;
  private stop: string | undefined;

  constructor(parts: {
    portal: Portal;
    mail: Correspondence;
    target: Target;
    seeds: Seeds;
    scenario: string;
  }) {
    this.portal = parts.portal;
    this.mail = parts.mail;
    this.target = parts.target;
    this.draw = drawOf(parts.seeds, parts.scenario);
  }

  /** The person of the scenario; drawn when first needed. */
  get applicant(): Applicant {
    return this.person ?? this.drawn('ordinaire');
  }

  /** Draws the person from a family of companies. */
  drawn(family: Family): Applicant {
    this.person = drawApplicant(this.draw, {
      domain: this.target.mail.domain,
      family,
      password: this.target.password,
    });
    return this.person;
  }

  /** Gives the person a contact address other than the login address, and returns it. */
  contactElsewhere(): string {
    const [local = '', domain = ''] = this.applicant.email.split('@');
    this.contact = `contact.${local}@${domain}`;
    return this.contact;
  }

  /** The person's contact address, when it is not the login address. */
  get contactEmail(): string | undefined {
    return this.contact;
  }

  /** What the person says at step 2. */
  get information(): PersonalInformation {
    const { email, nom, prenom } = this.applicant;
    return {
      email,
      nom,
      prenom,
      ...(this.contact === undefined ? {} : { contactEmail: this.contact }),
      ...(this.target.captcha === undefined ? {} : { captcha: this.target.captcha.answer }),
    };
  }

  /** Starts at the home page. */
  async toIdentification(): Promise<void> {
    await this.portal.identification.open();
  }

  /** Identifies the person at step 1, with other values where given. */
  async identify(other: Partial<Identity> = {}): Promise<void> {
    const { email, siret } = this.applicant;
    await this.portal.identification.reach();
    await this.portal.identification.identify({ email, siret, ...other });
  }

  /** Completes step 2 as the person would, with other values where given. */
  async complete(other: Partial<PersonalInformation> = {}): Promise<void> {
    await this.portal.information.complete({ ...this.information, ...other });
  }

  /** Characters that are not those of the image: the right ones, turned round. */
  get wrongCaptcha(): string {
    return [...(this.target.captcha?.answer ?? ''), 'x'].reverse().join('');
  }

  /** Opens the link of the activation mail, wherever it leads. @throws Finding when no link comes */
  async openLink(): Promise<void> {
    await this.portal.activation.openFrom(await this.mail.activationLinkOf(this.applicant.email));
  }

  /** The password last chosen at step 4. */
  get chosenPassword(): string {
    return this.password ?? this.applicant.motDePasse;
  }

  /** A password that begins so and has just the length the target asks for. */
  lengthened(start: string): string {
    return start.padEnd(this.target.password.min, 'k7');
  }

  /** The least password the target accepts: its shortest length, its fewest kinds. */
  get leastPassword(): string {
    return passwordOf(this.draw.content, this.target.password);
  }

  /** Chooses the person's password at step 4, confirmed otherwise. */
  async confirmPassword(alter: (password: string) => string): Promise<void> {
    await this.choosePassword(this.applicant.motDePasse, alter(this.applicant.motDePasse));
  }

  /** Chooses a password at step 4, the person's unless told otherwise. */
  async choosePassword(password = this.applicant.motDePasse, confirmation = password): Promise<void> {
    this.password = password;
    const { questionSecrete: question, reponseSecrete: answer } = this.applicant;
    await this.portal.activation.activate({ password, confirmation, question, answer });
  }

  /** Step 1 to step 2. @throws PortalUnreachedStep */
  async passIdentification(): Promise<void> {
    await this.identify();
    requireAccepted(this.portal.identification, 2);
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
      done: "Le lien du courriel d'activation a été ouvert",
      expected: "la page d'activation",
    };
    throw new PortalUnreachedStep(4, { ...observation, seen: await this.portal.pageShown() });
  }

  /** Step 4 to an active account. @throws PortalUnreachedStep */
  async passActivation(): Promise<void> {
    await this.choosePassword();
    requireAccepted(this.portal.activation, 4);
  }

  /** From nothing to step 2. @throws PortalUnreachedStep */
  async toInformation(): Promise<void> {
    await this.passIdentification();
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
    this.drawn(this.applicant.company.family);
    await this.toIdentification();
    if (step === 'information') await this.toInformation();
    if (step === 'activation') await this.toActivation();
  }

  /** Logs in with the person's address. */
  async logIn(password = this.applicant.motDePasse): Promise<void> {
    await this.portal.login.logIn(this.applicant.email, password);
  }

  /** Draws a person who has this address, or this SIRET, in common with somebody. */
  drawnSharing({ email, siret }: Partial<Identity>): Applicant {
    const own = this.drawn('ordinaire');
    this.person = {
      ...own,
      ...(email === undefined ? {} : { email }),
      ...(siret === undefined ? {} : { siret, company: company(siret) }),
    };
    return this.person;
  }

  /** The person's SIRET with another digit at a place, the first being 0. */
  siretWrongAt(place: number): string {
    return siretWithWrongDigit(this.applicant.siret, place, 1 + this.draw.content.number.int(8));
  }

  /** In French, what ended the sign-up before an account opened, if anything did. */
  get stoppedBy(): string | undefined {
    return this.stop;
  }

  /** Tries steps 1 to 3 and returns the first that the portal did not accept, if there is one. */
  async tryToCreate(): Promise<Sent | undefined> {
    const { identification, information, workspaces } = this.portal;
    const steps = [
      { page: identification, send: () => this.identify() },
      { page: information, send: () => this.complete() },
      { page: workspaces, send: () => workspaces.validate() },
    ];
    for (const { page, send } of steps) {
      await send();
      if (page.decision?.outcome !== 'accepted') return page;
    }
    return undefined;
  }

  /** Signs up until an account opens, or the portal says otherwise. @throws Finding when it says nothing */
  async goAsFarAsPossible(): Promise<void> {
    const stopped = await this.tryToCreate();
    this.stop = stopped === undefined ? await this.stopAfterMail() : await this.stopAt(stopped);
  }

  private async stopAfterMail(): Promise<string | undefined> {
    const mail = await this.mail.mailTo(this.applicant.email);
    const [link] = mail === undefined ? [] : this.mail.linksInto(mail);
    if (link === undefined) return "aucun lien d'activation ne lui est envoyé";
    const { activation, login } = this.portal;
    await activation.openFrom(link);
    if (!(await activation.isShown())) return `son lien mène à la ${await this.portal.pageShown()}`;
    await this.choosePassword();
    const asleep = await this.stopAt(activation);
    if (asleep !== undefined) return asleep;
    await this.logIn();
    return this.stopAt(login);
  }

  /** A structure to join is an answer as good as a refusal: EX-1.11 leaves the choice to the portal. */
  private async stopAt({ sent, decision }: Sent): Promise<string | undefined> {
    if (decision?.outcome === 'accepted') return undefined;
    const said = `${sent} : ${seenOf(decision)}`;
    if (decision?.outcome === 'refused') return said;
    if (await this.portal.identification.speaksOfAttachment()) return said;
    throw new Finding({
      done: sent,
      expected: 'un refus, un rattachement ou la suite',
      seen: seenOf(decision),
    });
  }

  /** The addresses met so far, but for the link of the activation mail, which any browser may open. */
  async addressesOnTheWay(): Promise<readonly string[]> {
    const mail = await this.mail.activationMailOf(this.applicant.email);
    const links = this.mail.linksInto(mail);
    return this.portal.trail.addresses.filter((address) => !links.includes(address));
  }
}
