import type { Locator, Page } from '@playwright/test';
import type { Decision } from './decision.ts';
import type { DriverContext } from './driver-context.ts';
import type { Field } from './field.ts';
import { GuidePage } from './guide-page.ts';
import type { Opening } from './opening.ts';

/** The characters of the image, or how they are read on the page that shows it. */
export type CaptchaAnswer = string | ((page: Page) => Promise<string>);

/** What a person says of themself at step 2. */
export interface PersonalInformation {
  readonly email: string;
  readonly nom: string;
  readonly prenom: string;
  /** Left as the portal prefilled it when absent. */
  readonly contactEmail?: string;
  /** Absent when the target has no captcha. */
  readonly captcha?: CaptchaAnswer;
  /** Typed over what the portal prefilled; what is absent stays as it is. */
  readonly structure?: TypedStructure;
  /** Boxes to tick or untick; what is absent stays as it is. */
  readonly boxes?: Partial<Record<Box, boolean>>;
}

/** What a row of texts became after a refusal. */
export interface Rereading {
  readonly row: string;
  readonly decision: Decision | undefined;
  /** In French, each text that the page no longer holds as it was typed. */
  readonly lost: readonly string[];
}

/** Fields of « Je crée ma structure » with what is typed in them. */
export type TypedStructure = Partial<Record<StructureField, string>>;

/** The boxes of step 2. */
export type Box = 'survey' | 'paymentRequests' | 'dume';

/** What the portal knows of the structure, field by field. */
export type StructureField =
  | 'identifiant'
  | 'raisonSociale'
  | 'libelle'
  | 'adresse'
  | 'complement'
  | 'codePostal'
  | 'ville'
  | 'pays';

/** Step 2: « Je complète mes informations personnelles », « Je crée ma structure », « Je crée mon compte pour ». */
export class InformationPage extends GuidePage<'information'> {
  readonly confirmEmail = this.field('confirmEmail');
  readonly nom = this.field('nom');
  readonly prenom = this.field('prenom');
  readonly captcha = this.field('captcha');
  readonly contactEmail = this.field('contactEmail');
  readonly survey = this.choice('survey');
  readonly paymentRequests = this.choice('paymentRequests');
  readonly dume = this.choice('dume');
  private readonly structureFields = new Map<StructureField, Field>();
  private readonly next: () => Locator;
  private particular: string[] = [];

  constructor(context: DriverContext, next: () => Locator) {
    super(context, 'information');
    this.next = next;
  }

  override get arrived(): Locator {
    return this.locate('field', 'confirmEmail').or(this.locate('field', 'prenom')).first();
  }

  /** A field of « Je crée ma structure ». */
  structure(entry: StructureField): Field {
    const field = this.structureFields.get(entry) ?? this.field(entry);
    this.structureFields.set(entry, field);
    return field;
  }

  /** Fills in what a person must say and validates; the structure stays as INSEE gives it. */
  async complete(information: PersonalInformation): Promise<void> {
    await this.confirmEmail.fill(information.email);
    await this.nom.fill(information.nom);
    await this.prenom.fill(information.prenom);
    if (information.contactEmail !== undefined) await this.contactEmail.fill(information.contactEmail);
    this.particular = [];
    for (const [entry, value] of entriesOf(information.structure)) await this.enterStructure(entry, value);
    for (const [box, on] of entriesOf(information.boxes)) await this.setBox(box, on);
    if (information.captcha !== undefined) await this.answerCaptcha(information.captcha);
    await this.send('submit', this.next());
  }

  /** Says in French what was sent, and what was not as usual in it. */
  override get sent(): string {
    return [super.sent, ...this.particular].join(', ');
  }

  /** Types anew what is never kept, address and characters of the image, and validates what else is there. */
  async mend({ email, captcha }: PersonalInformation): Promise<void> {
    await this.confirmEmail.fill(email);
    if (captcha !== undefined) await this.answerCaptcha(captcha);
    this.particular = ["avec la seule faute d'avant corrigée"];
    await this.send('submit', this.next());
  }

  /** Returns in French each thing typed that the page no longer holds; what is typed as a proof is left out. */
  async lost({ nom, prenom, contactEmail, structure, boxes }: PersonalInformation): Promise<string[]> {
    const fields: ReadonlyArray<readonly [Field, string | undefined]> = [
      [this.nom, nom],
      [this.prenom, prenom],
      [this.contactEmail, contactEmail],
      // A country is chosen in a list as often as typed: its writing is the portal's.
      ...entriesOf({ ...structure, pays: undefined }).map(
        ([entry, value]) => [this.structure(entry), value] as const,
      ),
    ];
    const lost: string[] = [];
    for (const [field, typed] of fields) {
      const held = typed === undefined ? typed : await field.value();
      if (held !== typed)
        lost.push(
          `« ${field.search.name} » : ${held === '' ? 'rien' : `« ${held} »`} au lieu de « ${typed} »`,
        );
    }
    for (const [box, on] of entriesOf(boxes)) {
      if ((await this[box].isOn()) !== on)
        lost.push(`« ${this[box].search.name} » n'est plus ${boxState(on)}`);
    }
    return lost;
  }

  /** Returns what the fields that ask for an address hold: there, the login address recalls nothing. */
  async typedAddresses(): Promise<string[]> {
    const asking = [this.confirmEmail, this.contactEmail];
    const there = await Promise.all(asking.map((field) => field.isThere()));
    return Promise.all(asking.filter((_, index) => there[index]).map((field) => field.value()));
  }

  /** Follows the way to help; undefined when the page shows none. */
  async openHelp(): Promise<Opening | undefined> {
    for (const kind of ['link', 'button'] as const) {
      const way = this.locate(kind, 'help').first();
      if ((await way.count()) > 0) return this.openingOf(way, this.search(kind, 'help'));
    }
    return undefined;
  }

  private async answerCaptcha(answer: CaptchaAnswer): Promise<void> {
    await this.captcha.fill(typeof answer === 'string' ? answer : await answer(this.context.page));
  }

  private async enterStructure(entry: StructureField, value: string): Promise<void> {
    const field = this.structure(entry);
    await field.enter(value);
    this.particular.push(`« ${field.search.name} » ${value === '' ? 'vidé' : `rempli avec « ${value} »`}`);
  }

  private async setBox(box: Box, on: boolean): Promise<void> {
    await this[box].set(on);
    this.particular.push(`« ${this[box].search.name} » ${boxState(on)}`);
  }
}

function boxState(on: boolean): string {
  return on ? 'coché' : 'décoché';
}

/** The entries that are there, their keys typed. */
function entriesOf<K extends string, V>(record: Partial<Record<K, V>> | undefined): Array<[K, V]> {
  return Object.entries(record ?? {}) as Array<[K, V]>;
}
