import { type Applicant, drawApplicant } from '../fixtures/applicant.ts';
import { COMMUNES } from '../fixtures/communes.ts';
import { type Company, company, raisonSocialeOf, voieOf } from '../fixtures/company.ts';
import { type Draw, drawOf, type Seeds } from '../fixtures/draw.ts';
import { passwordOf } from '../fixtures/password.ts';
import { maskedPartsOf, publishedOf } from '../fixtures/sirene/masked.ts';
import { type Family, siretWithWrongDigit } from '../fixtures/siret.ts';
import { specialTexts } from '../fixtures/special-texts.ts';
import type { Correspondence } from './correspondence.ts';
import { Finding, PortalUnreachedStep } from './failures.ts';
import type { Recalled } from './matchers/recalled.ts';
import type { Strengths } from './matchers/strength.ts';
import type { SecretField, Secrets } from './portal/activation.ts';
import { type Decision, type Sent, seenOf } from './portal/decision.ts';
import type { Field } from './portal/field.ts';
import { Gate } from './portal/gate.ts';
import type { Identity } from './portal/identification.ts';
import type { PersonalInformation, Rereading, StructureField, TypedStructure } from './portal/information.ts';
import { type Portal, requireAccepted } from './portal/portal.ts';
import type { Interception } from './portal/transit.ts';
import type { Target } from './target/target.ts';

/** The data of a structure that must be given, by their French names. */
const NEEDED_STRUCTURE: Readonly<Record<string, StructureField>> = {
  adresse: 'adresse',
  'code postal': 'codePostal',
  ville: 'ville',
  pays: 'pays',
};
/** An activation link that was tried, and how the portal answered. */
export interface LinkTry {
  /** In French, what is particular to the link: « le dernier caractère changé ». */
  readonly name: string;
  readonly link: string;
  readonly decision: Decision | undefined;
}

/** The person of a scenario, and the way they have come on the portal. */
export class Journey {
  readonly draw: Draw;
  private readonly portal: Portal;
  private readonly mail: Correspondence;
  private readonly target: Target;
  private person: Applicant | undefined;
  private contact: string | undefined;
  private password: string | undefined;
  private typed: PersonalInformation | undefined;
  private restored: TypedStructure = {};
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
    this.restored = {};
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
      ...(this.contact === undefined || this.target.without.contact ? {} : { contactEmail: this.contact }),
      ...(this.target.captcha === undefined ? {} : { captcha: this.target.captcha.answer }),
      structure: { ...this.structureToType, ...this.restored },
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
    const { information } = this;
    const structure = { ...information.structure, ...other.structure };
    this.typed = { ...information, ...other, structure };
    await this.portal.information.complete(this.typed);
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
    await this.portal.activation.activate({ ...this.secrets, password, confirmation });
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

  /** Draws a person of whose company INSEE masks just these parts: « le nom et la voie ». */
  drawnMasked(parts: string): Applicant {
    for (let draws = 0; draws < 200; draws += 1) {
      const person = this.drawn('partiellement-diffusee');
      if (maskedPartsOf(person.company) === parts) return person;
    }
    throw new RangeError(`Aucune entreprise dont l'INSEE masque « ${parts} »`);
  }

  /** What INSEE masks of the person's company, as the person knows it. */
  get maskedStructure(): TypedStructure {
    const { company } = this.applicant;
    const published = publishedOf(company);
    const isMasked: Partial<Record<StructureField, boolean>> = {
      raisonSociale: published.raisonSociale === null,
      adresse: published.voie === null,
      codePostal: published.codePostal === null,
      ville: published.libelleCommune === null,
    };
    const whole = Object.entries(wholeStructure(company)) as Array<[StructureField, string]>;
    return Object.fromEntries(whole.filter(([entry]) => isMasked[entry]));
  }

  /** An address that is not the company's: another street in another town, whose post code begins with a zero. */
  get otherAddress(): Required<Pick<TypedStructure, 'adresse' | 'codePostal' | 'ville'>> {
    const { codePostal } = this.applicant.company.adresse;
    const elsewhere = COMMUNES.filter(
      (commune) => commune.codePostal !== codePostal && commune.codePostal.startsWith('0'),
    );
    const { codePostal: other, libelleCommune } = this.draw.content.helpers.arrayElement(elsewhere);
    return { adresse: '27 IMPASSE DES TILLEULS', codePostal: other, ville: libelleCommune };
  }

  /** All that step 2 lets a person type or tick. */
  get everything(): PersonalInformation {
    if (this.target.without.contact === undefined) this.contactElsewhere();
    return {
      ...this.information,
      structure: { ...this.otherAddress, libelle: 'Service des achats', complement: 'BATIMENT C' },
      boxes: { survey: true, paymentRequests: true, dume: true },
    };
  }

  /** Completes step 2 with one fault that has nothing to do with the rest: image, or address where there is none. */
  async completeWithOneFault(information: PersonalInformation): Promise<void> {
    const { email, captcha } = information;
    const fault = captcha === undefined ? { email: `autre.${email}` } : { captcha: this.wrongCaptcha };
    this.typed = information;
    await this.portal.information.complete({ ...information, ...fault });
  }

  /** What was last typed at step 2 beside a fault. */
  get typedInformation(): PersonalInformation {
    return this.typed ?? this.information;
  }

  /** A datum of step 2 that must be given, by its French name: its field, and what leaves it empty. */
  needed(name: string): { readonly field: Field; readonly without: Partial<PersonalInformation> } {
    const { information } = this.portal;
    if (name === 'nom') return { field: information.nom, without: { nom: '' } };
    if (name === 'prénom') return { field: information.prenom, without: { prenom: '' } };
    const entry = NEEDED_STRUCTURE[name];
    if (entry !== undefined)
      return { field: information.structure(entry), without: { structure: { [entry]: '' } } };
    throw new RangeError(`Donnée inconnue : « ${name} »`);
  }

  /** Leaves out a datum of step 2 and validates; a field that can't be emptied says so itself. */
  async completeWithout(name: string): Promise<void> {
    const { field, without } = this.needed(name);
    if (!(await field.canBeEmptied())) return;
    const held = await field.value();
    await this.complete(without);
    // A refusal keeps the field empty: the next rows must have this one filled in again.
    for (const entry of Object.keys(without.structure ?? {}))
      this.restored = { ...this.restored, [entry]: held };
  }

  /** What the person says at step 2 with these characters in their name, label and address. */
  informationWith(characters: string): PersonalInformation {
    const { nom, prenom, libelle, adresse } = specialTexts(characters);
    const { information } = this;
    return { ...information, nom, prenom, structure: { ...information.structure, libelle, adresse } };
  }

  /** The structure as the person types it where INSEE does not prefill it. */
  private get structureToType(): TypedStructure {
    return this.target.without.insee === undefined ? {} : wholeStructure(this.applicant.company);
  }

  /** What each row of special characters became after a refusal. */
  readonly rereadings: Rereading[] = [];

  /** Types each row with a fault elsewhere, and reads it again. */
  async typeAndReread(rows: readonly string[]): Promise<void> {
    const page = this.portal.information;
    for (const row of rows) {
      const typed = this.informationWith(row);
      await this.completeWithOneFault(typed);
      const { decision } = page;
      const isRefused = decision?.outcome === 'refused';
      this.rereadings.push({ row, decision, lost: isRefused ? await page.lost(typed) : [] });
      if (!isRefused) await this.again('information');
    }
  }

  /** Identifies the person while one value is replaced on its way to the server. */
  async identifyInTransit(change: Pick<Interception, 'field' | 'faulty'>): Promise<void> {
    await this.toIdentification();
    await this.portal.transit.replacing({ ...change, everywhere: true }, () => this.identify());
  }

  /** Completes step 2, another address being typed, while one value is replaced on its way to the server. */
  async completeInTransit(change: Pick<Interception, 'field' | 'faulty'>): Promise<void> {
    // No other field may hold the login address: the value to replace must be the only one of its kind.
    if (this.target.without.contact === undefined) this.contactElsewhere();
    const structure = this.otherAddress;
    await this.portal.transit.replacing({ ...change, everywhere: false }, () => this.complete({ structure }));
  }

  /** Chooses the person's password at step 4; another reaches the server, twice the same. */
  async choosePasswordInTransit(faulty: string): Promise<void> {
    const field = this.portal.activation.password;
    await this.portal.transit.replacing({ field, faulty, everywhere: true }, () => this.choosePassword());
  }

  /** Two people, each in their browser, have all typed at step 1 and validate at once. */
  async identifyTogetherWith(other: Journey): Promise<void> {
    const both = [this, other];
    for (const { portal, applicant } of both) {
      await portal.identification.open();
      await portal.identification.prepare(applicant);
    }
    const gate = new Gate(both.length);
    await Promise.all(
      both.map(({ portal }) => portal.transit.holding(gate, () => portal.identification.validate())),
    );
  }

  /** Goes on to the structure in the account, and looks there; a target without a login has nothing to look at. */
  async inAccount(look: () => Promise<void>): Promise<void> {
    if (this.target.without.connexion !== undefined) return;
    await this.passActivation();
    await this.openStructure();
    await look();
  }

  /** From step 3 to the structure, in the account. @throws PortalUnreachedStep, or Finding when no way leads there */
  async toStructure(): Promise<void> {
    await this.passWorkspaces();
    await this.passMail();
    await this.passActivation();
    await this.openStructure();
  }

  private async openStructure(): Promise<void> {
    await this.logIn();
    requireAccepted(this.portal.login, 4);
    await this.portal.structure.open();
  }

  /** The activation links tried so far. */
  readonly linkTries: LinkTry[] = [];

  /** Goes on as the person of another journey: the same one, in another browser. */
  continueAs(other: Journey): void {
    this.person = other.applicant;
    this.contact = other.contact;
    this.password = other.password;
  }

  /** Opens a link and activates with it, if the portal lets one. @throws Finding when the form has no such field */
  async tryLink(name: string, link: string, password = this.applicant.motDePasse): Promise<void> {
    const { activation } = this.portal;
    this.password = password;
    await activation.openFrom(link);
    const answer = await activation.answerToLink();
    if (answer === undefined) await this.choosePassword(password);
    this.linkTries.push({ name, link, decision: answer ?? activation.decision });
  }

  /** Chooses the person's password with the secret question, or its answer, left empty. */
  async choosePasswordWithout(field: SecretField): Promise<void> {
    await this.portal.activation.activateWithout(field, this.secrets);
  }

  /** Fills in all of step 4, then goes back; returns whether the page was left. */
  async goBack(): Promise<boolean> {
    this.password = this.applicant.motDePasse;
    return this.portal.activation.goBack(this.secrets);
  }

  /** The strength shown for passwords, once read by `readStrengths`. */
  strengths: Strengths = { passwords: [], shown: [] };

  /** Reads the strength shown for each password: while it is typed, else once it is sent. */
  async readStrengths(passwords: readonly string[]): Promise<void> {
    const { activation } = this.portal;
    const typed = await activation.strengthsTyped(passwords);
    const follows = new Set(typed).size > 1;
    this.strengths = {
      passwords,
      shown: follows ? typed : await activation.strengthsSent(passwords, this.secrets),
    };
  }

  /** What the activation page recalls of the person, by its name in the features. */
  get recalled(): Recalled {
    const { email, nom, prenom } = this.applicant;
    const { contact } = this;
    return {
      'adresse de connexion': { entry: 'email', value: email },
      'adresse de contact': { entry: 'contactEmail', value: contact ?? email },
      nom: { entry: 'nom', value: nom },
      prénom: { entry: 'prenom', value: prenom },
    };
  }

  /** Another password that the target accepts, drawn at each call. */
  anotherPassword(): string {
    return passwordOf(this.draw.content, { min: this.target.password.min + 6, kinds: 4 });
  }

  /** Recovers the account by the secret question, towards a new password. */
  async recover(answer = this.applicant.reponseSecrete): Promise<void> {
    const { email, questionSecrete: question } = this.applicant;
    this.password = this.anotherPassword();
    await this.portal.recovery.recover({ email, question, answer, password: this.password });
  }

  /** Asks for another activation link; the next mail is then the one awaited. */
  async askNewLink(): Promise<void> {
    const { email } = this.applicant;
    await this.mail.turnPage(email);
    await this.portal.newLink.ask(email);
  }

  private get secrets(): Secrets {
    const { motDePasse: password, questionSecrete: question, reponseSecrete: answer } = this.applicant;
    return { password, question, answer };
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

/** A company as its structure is typed, where the portal asks for it. */
function wholeStructure(company: Company): TypedStructure {
  const { codePostal, libelleCommune, pays } = company.adresse;
  return {
    raisonSociale: raisonSocialeOf(company),
    adresse: voieOf(company.adresse),
    codePostal,
    ville: libelleCommune,
    pays,
  };
}
