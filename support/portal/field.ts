import type { Locator } from '@playwright/test';
import type { Decision } from './decision.ts';
import { acting, type Search } from './explain.ts';
import { wordsAround } from './in-page/words-around.ts';
import { saysMandatory } from './mandatory.ts';

/** How long a field may take to show once its step has been reached, in milliseconds: the page is already there. */
export const FIELD_MS = 2_000;

/** A field of the portal, known by the name a person reads. */
export class Field {
  readonly search: Search;
  private readonly locator: Locator;
  private readonly decided: () => Decision | undefined;
  private last: string | undefined;

  constructor(locator: Locator, search: Search, decided: () => Decision | undefined) {
    this.locator = locator;
    this.search = search;
    this.decided = decided;
  }

  /** How the portal answered when the form this field belongs to was last sent. */
  get decision(): Decision | undefined {
    return this.decided();
  }

  /** Says in French what was last typed: « Abc1!xy » (7 caractères). */
  get typed(): string {
    const value = this.last ?? '';
    return value === '' ? 'rien' : `« ${value} » (${[...value].length} caractères)`;
  }

  /** Says in French what was sent. */
  get sent(): string {
    const { where, name } = this.search;
    return `${where} : « ${name} » ${this.last ? `rempli avec ${this.typed}` : 'laissé vide'}, puis envoi`;
  }

  /** Types a value in place of what is there. */
  async fill(value: string): Promise<void> {
    this.last = value;
    await acting(this.search, () => this.locator.fill(value, { timeout: FIELD_MS }));
  }

  /** Chooses the first real answer of a list, or types the given text where the field is free. */
  async choose(text: string): Promise<void> {
    await acting(this.search, () => this.locator.waitFor({ timeout: FIELD_MS }));
    const isList = (await this.locator.and(this.search.page.locator('select')).count()) > 0;
    if (!isList) return this.fill(text);
    const answers = this.locator.locator('option:not([value=""]):not([disabled])');
    const first = await acting(this.search, () =>
      answers.first().getAttribute('value', { timeout: FIELD_MS }),
    );
    this.last = first ?? text;
    await acting(this.search, () => this.locator.selectOption(first ?? { index: 1 }, { timeout: FIELD_MS }));
  }

  /** Returns the field's present value. */
  async value(): Promise<string> {
    return acting(this.search, () => this.locator.inputValue({ timeout: FIELD_MS }));
  }

  /** Returns whether the field shows and can be typed in. */
  async isUsable(): Promise<boolean> {
    await acting(this.search, () => this.locator.waitFor({ timeout: FIELD_MS }));
    return this.locator.isEditable();
  }

  /** Returns whether the page says that this field is mandatory, to who looks at it. */
  async isSaidMandatory(): Promise<boolean> {
    return acting(this.search, async () =>
      saysMandatory(await this.locator.evaluate(wordsAround, undefined, { timeout: FIELD_MS })),
    );
  }
}
