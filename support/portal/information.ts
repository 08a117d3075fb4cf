import type { Locator } from '@playwright/test';
import type { DriverContext } from './driver-context.ts';
import type { Field } from './field.ts';
import { GuidePage } from './guide-page.ts';

/** What a person says of themself at step 2. */
export interface PersonalInformation {
  readonly email: string;
  readonly nom: string;
  readonly prenom: string;
  /** Left as the portal prefilled it when absent. */
  readonly contactEmail?: string;
  /** The characters of the image; absent when the target has no captcha. */
  readonly captcha?: string;
}

/** What the portal knows of the structure, field by field. */
export type StructureField = 'identifiant' | 'raisonSociale' | 'adresse' | 'codePostal' | 'ville' | 'pays';

/** Step 2: « Je complète mes informations personnelles », « Je crée ma structure », « Je crée mon compte pour ». */
export class InformationPage extends GuidePage<'information'> {
  readonly confirmEmail = this.field('confirmEmail');
  readonly nom = this.field('nom');
  readonly prenom = this.field('prenom');
  readonly captcha = this.field('captcha');
  readonly contactEmail = this.field('contactEmail');
  readonly paymentRequests = this.choice('paymentRequests');
  readonly dume = this.choice('dume');
  private readonly next: () => Locator;

  constructor(context: DriverContext, next: () => Locator) {
    super(context, 'information');
    this.next = next;
  }

  override get arrived(): Locator {
    return this.locate('field', 'confirmEmail').or(this.locate('field', 'prenom')).first();
  }

  /** A field of « Je crée ma structure ». */
  structure(entry: StructureField): Field {
    return this.field(entry);
  }

  /** Fills in what a person must say and validates; the structure stays as INSEE gives it. */
  async complete(information: PersonalInformation): Promise<void> {
    await this.confirmEmail.fill(information.email);
    await this.nom.fill(information.nom);
    await this.prenom.fill(information.prenom);
    if (information.contactEmail !== undefined) await this.contactEmail.fill(information.contactEmail);
    if (information.captcha !== undefined) await this.captcha.fill(information.captcha);
    await this.send('submit', this.next());
  }
}
