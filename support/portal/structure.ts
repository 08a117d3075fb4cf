import type { Locator } from '@playwright/test';
import { type Entry, shownName } from '../target/lexicon.ts';
import type { DriverContext } from './driver-context.ts';
import { acting } from './explain.ts';
import { FIELD_MS, type Field } from './field.ts';
import { GuidePage } from './guide-page.ts';

/** The structure in the account: its main manager finds and edits there what was typed at step 2. */
export class StructurePage extends GuidePage<'structure'> {
  private readonly way: () => Locator;
  private readonly next: () => Locator;

  /** `way` is the link or button of the account that leads here; `next` shows once the structure is saved. */
  constructor(context: DriverContext, way: () => Locator, next: () => Locator) {
    super(context, 'structure');
    this.way = way;
    this.next = next;
  }

  override get arrived(): Locator {
    return this.locate('field', 'adresse').first();
  }

  /** Opens the structure from the account. @throws Finding when there is no way to it */
  async open(): Promise<void> {
    const { page, target } = this.context;
    const name = shownName(target.lexicon.account.structure);
    await acting({ page, kind: 'link', name, where: 'Compte' }, () =>
      this.way().click({ timeout: FIELD_MS }),
    );
    await acting(this.search('field', 'adresse'), () => this.arrived.waitFor({ timeout: target.answerMs }));
  }

  /** A field of the structure. */
  override field(entry: Entry<'structure'>): Field {
    return super.field(entry);
  }

  /** Saves what the fields hold. */
  async save(): Promise<void> {
    await this.send('submit', this.next());
  }
}
