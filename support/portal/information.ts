import type { Locator } from '@playwright/test';
import type { Decision } from './decision.ts';
import type { DriverContext } from './driver-context.ts';
import type { Field } from './field.ts';
import { type Entered, fillForm, valuesOf } from './form.ts';
import { GuidePage } from './guide-page.ts';
import type { Opening } from './opening.ts';

/** What a person says of themself at step 2. */
export interface PersonalInformation {
  readonly email: string;
  readonly nom: string;
  readonly prenom: string;
  /** Left as the portal prefilled it when absent. */
  readonly contactEmail?: string;
  /** The characters of the image; absent when the target has no captcha. */
  readonly captcha?: string;
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
    this.particular = [];
    await fillForm(this.context.page, this.entered(information));
    for (const [box, on] of entriesOf(information.boxes)) await this.setBox(box, on);
    await this.send('submit', this.next());
  }

  /** Says in French what was sent, and what was not as usual in it. */
  override get sent(): string {
    return [super.sent, ...this.particular].join(', ');
  }

  /** Types anew what is never kept, address and characters of the image, and validates what else is there. */
  async mend({ email, captcha }: PersonalInformation): Promise<void> {
    await fillForm(this.context.page, [
      [this.confirmEmail, email],
      ...(captcha === undefined ? [] : [[this.captcha, captcha] as const]),
    ]);
    this.particular = ["avec la seule faute d'avant corrigée"];
    await this.send('submit', this.next());
  }

  /** Returns in French each thing typed that the page no longer holds; what is typed as a proof is left out. */
  async lost({ nom, prenom, contactEmail, structure, boxes }: PersonalInformation): Promise<string[]> {
    const typed: ReadonlyArray<readonly [Field, string | undefined]> = [
      [this.nom, nom],
      [this.prenom, prenom],
      [this.contactEmail, contactEmail],
      // A country is chosen in a list as often as typed: its writing is the portal's.
      ...entriesOf({ ...structure, pays: undefined }).map(
        ([entry, value]) => [this.structure(entry), value] as const,
      ),
    ];
    const known = typed.filter((each): each is [Field, string] => each[1] !== undefined);
    const held = await valuesOf(
      this.context.page,
      known.map(([field]) => field),
    );
    const lost = known.flatMap(([field, value], index) =>
      held[index] === value
        ? []
        : [`« ${field.search.name} » : ${saidOf(held[index])} au lieu de « ${value} »`],
    );
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
    return valuesOf(
      this.context.page,
      asking.filter((_, index) => there[index]),
    );
  }

  /** Follows the way to help; undefined when the page shows none. */
  async openHelp(): Promise<Opening | undefined> {
    for (const kind of ['link', 'button'] as const) {
      const way = this.locate(kind, 'help').first();
      if ((await way.count()) > 0) return this.openingOf(way, this.search(kind, 'help'));
    }
    return undefined;
  }

  /** What is typed of what a person says, and the notes that a finding makes of it. */
  private entered({ email, nom, prenom, contactEmail, captcha, structure }: PersonalInformation): Entered[] {
    const optional = (field: Field, value: string | undefined): Entered[] =>
      value === undefined ? [] : [[field, value]];
    return [
      [this.confirmEmail, email],
      [this.nom, nom],
      [this.prenom, prenom],
      ...optional(this.contactEmail, contactEmail),
      ...entriesOf(structure).map(([entry, value]) => this.structureEntered(entry, value)),
      ...optional(this.captcha, captcha),
    ];
  }

  private structureEntered(entry: StructureField, value: string): Entered {
    const field = this.structure(entry);
    this.particular.push(`« ${field.search.name} » ${value === '' ? 'vidé' : `rempli avec « ${value} »`}`);
    return [field, value];
  }

  private async setBox(box: Box, on: boolean): Promise<void> {
    await this[box].set(on);
    this.particular.push(`« ${this[box].search.name} » ${boxState(on)}`);
  }
}

function saidOf(held: string | undefined): string {
  return held ? `« ${held} »` : 'rien';
}

function boxState(on: boolean): string {
  return on ? 'coché' : 'décoché';
}

/** The entries that are there, their keys typed. */
function entriesOf<K extends string, V>(record: Partial<Record<K, V>> | undefined): Array<[K, V]> {
  return Object.entries(record ?? {}) as Array<[K, V]>;
}
