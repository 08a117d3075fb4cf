import type { Locator } from '@playwright/test';
import type { AccountPage } from './account.ts';
import type { DriverContext } from './driver-context.ts';
import { acting } from './explain.ts';
import type { Field } from './field.ts';
import { fillForm } from './form.ts';
import { GuidePage } from './guide-page.ts';

/** What a structure's main manager may change. */
export type EditableField = 'libelle' | 'adresse' | 'complement' | 'codePostal' | 'ville' | 'pays';

/** « Modifier ma structure », in the account of a logged-in user. */
export class StructurePage extends GuidePage<'structure'> {
  private readonly account: AccountPage;

  constructor(context: DriverContext, account: AccountPage) {
    super(context, 'structure');
    this.account = account;
  }

  override get arrived(): Locator {
    return this.locate('field', 'adresse').first();
  }

  /** Opens the page from the account. @throws Finding when the account does not lead there */
  async open(): Promise<void> {
    await this.account.openStructure();
    const { answerMs } = this.context.target;
    await acting(this.search('field', 'adresse'), () => this.arrived.waitFor({ timeout: answerMs }));
    await this.context.watch.noteBanners();
  }

  /** A field of the structure. */
  entry(entry: EditableField): Field {
    return this.field(entry);
  }

  /** Types these values over what is there. */
  async type(values: ReadonlyArray<readonly [EditableField, string]>): Promise<void> {
    await fillForm(
      this.context.page,
      values.map(([entry, value]) => [this.entry(entry), value]),
    );
  }

  /** Sends the structure as it stands. */
  async save(): Promise<void> {
    await this.send('submit', await this.unseenAmong([this.locate('text', 'saved'), this.account.arrived]));
  }
}
