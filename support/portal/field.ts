import type { Locator } from '@playwright/test';
import { atOnce } from './at-once.ts';
import type { Decision } from './decision.ts';
import { acting, type Search } from './explain.ts';
import type { Hand } from './hand.ts';
import { heldExpression, readValue } from './in-page/form.ts';
import { normalise } from './in-page/normalise.ts';
import type { Wanted } from './in-page/reading.ts';
import { wordsAround } from './in-page/words-around.ts';
import { saysMandatory } from './mandatory.ts';
import { squeezed } from './shown.ts';

/**
 * How long a field may take to show once its step has been reached, in milliseconds. The page is there already; but two
 * seconds accused a conforming portal on a machine whose every core was taken five times, and each second more costs
 * the campaign of defects, a third of which take something away, half a minute.
 */
export const FIELD_MS = 3_000;

/** A field that shows fewer digits than were typed has refused the others, to the eyes of who types. */
const CUT_SHORT: Decision = { outcome: 'refused', signs: ['le champ ne garde pas tous les chiffres saisis'] };

/** A field that can't be emptied refuses emptiness as well as a message does. */
const ALWAYS_FILLED: Decision = { outcome: 'refused', signs: ['le champ ne peut pas être vidé'] };

/** A field of the portal, known by the name a person reads. */
export class Field {
  readonly search: Search;
  /** Its names, and the section it stands in. */
  readonly wanted: Wanted;
  private readonly locator: Locator;
  private readonly decided: () => Decision | undefined;
  private readonly told: (value: string) => void;
  private last: string | undefined;
  /** What the field answers by itself, without anything being sent. */
  private own: Decision | undefined;

  /** `told` hears each value before it is typed. */
  constructor(
    locator: Locator,
    search: Search,
    wanted: Wanted,
    decided: () => Decision | undefined,
    told: (value: string) => void = () => undefined,
  ) {
    this.locator = locator;
    this.search = search;
    this.wanted = wanted;
    this.decided = decided;
    this.told = told;
  }

  /** How the portal answered when the form this field belongs to was last sent. */
  get decision(): Decision | undefined {
    return this.own ?? this.decided();
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

  /** Hears a value that is about to be typed here with the rest of its form. */
  announce(value: string): void {
    this.told(value);
  }

  /** Notes a value that was typed or chosen here, by the target's own function or with the rest of its form. */
  note(value: string): void {
    this.told(value);
    this.last = value;
  }

  /** Types a value in place of what is there. */
  async fill(value: string): Promise<void> {
    this.note(value);
    await acting(this.search, () => this.locator.fill(value, { timeout: FIELD_MS }));
    this.last = value;
    await acting(this.search, async () =>
      this.hand === undefined
        ? this.locator.fill(value, { timeout: FIELD_MS })
        : this.hand.type(this.locator, value, this.search),
    );
  }

  /** Types a number; says whether the field keeps all of its digits, however it spaces them. */
  async keeps(number: string): Promise<boolean> {
    await this.fill(number);
    const isWhole = digitsOf(await this.value()) === digitsOf(number);
    this.own = isWhole ? undefined : CUT_SHORT;
    return isWhole;
  }

  /** Chooses this answer in a list, else its first real one, or types the text where the field is free. */
  async choose(text: string): Promise<void> {
    await acting(this.search, () => this.locator.waitFor({ timeout: FIELD_MS }));
    if (!(await this.isList())) return this.fill(text);
    const answers = this.locator.locator('option:not([value=""]):not([disabled])');
    await acting(this.search, () => answers.first().waitFor({ state: 'attached', timeout: FIELD_MS }));
    const offered = await answers.allTextContents();
    const label = offered.map(squeezed).find((each) => each === squeezed(text)) ?? squeezed(offered[0] ?? '');
    this.last = label;
    await this.select({ label });
  }

  /** What was last typed or chosen here, as a person reads it; `undefined` when nothing was. */
  get given(): string | undefined {
    return this.last;
  }

  /** Types a value key by key, then leaves the field: a page that follows what is typed sees it all. */
  async type(value: string): Promise<void> {
    await this.fill('');
    this.note(value);
    await acting(this.search, () => this.locator.pressSequentially(value, { timeout: FIELD_MS }));
    await acting(this.search, () => this.locator.blur({ timeout: FIELD_MS }));
  }

  /** Leaves the field empty; says whether that can be: a list may offer no empty answer. */
  async leaveEmpty(): Promise<boolean> {
    await acting(this.search, () => this.locator.waitFor({ timeout: FIELD_MS }));
    const isList = (await this.locator.and(this.search.page.locator('select')).count()) > 0;
    if (!isList) await this.fill('');
    if (!isList || (await this.value()) === '') return true;
    if ((await this.locator.locator('option[value=""]:not([disabled])').count()) === 0) return false;
    await acting(this.search, () => this.locator.selectOption('', { timeout: FIELD_MS }));
    return true;
  }

  /** Returns whether the field shows at this moment, and can be typed in. */
  async isOffered(): Promise<boolean> {
    const shown = this.locator.first();
    return (await shown.isVisible()) && (await shown.isEditable({ timeout: FIELD_MS }));
  }

  /** Returns the field's present value; of a list, the answer a person reads. */
  async value(): Promise<string> {
    const expression = heldExpression([this.wanted]);
    const [held] = (await atOnce<[string | null]>(this.search.page, expression, FIELD_MS)) ?? [];
    if (typeof held === 'string') return held;
    return acting(this.search, () => this.locator.evaluate(readValue, undefined, { timeout: FIELD_MS }));
  }

  /** Returns whether the field shows and can be typed in. */
  async isUsable(): Promise<boolean> {
    await acting(this.search, () => this.locator.waitFor({ timeout: FIELD_MS }));
    return this.locator.isEditable();
  }

  /** The value last typed here; empty when there was none. */
  get lastTyped(): string {
    return this.last ?? '';
  }

  /** Types a value, or chooses it where the field is a list; an empty text empties the field. */
  async enter(value: string): Promise<void> {
    if (!(await this.isList())) return this.fill(value);
    this.last = value;
    const answers = await this.answers();
    const answer = answers.find((text) => normalise(text.label) === normalise(value)) ?? {
      value,
      label: value,
    };
    await this.select(answer);
  }

  /** Returns whether the field can be left empty; one that can't (read-only, list of answers) has its answer. */
  async canBeEmptied(): Promise<boolean> {
    const canBe = (await this.isList())
      ? (await this.answers()).some(({ value }) => value === '')
      : await this.isUsable();
    this.own = canBe ? undefined : ALWAYS_FILLED;
    return canBe;
  }

  /** Returns whether the page has this field. */
  async isThere(): Promise<boolean> {
    return (await this.locator.count()) > 0;
  }

  /** Returns the names under which the page may send this field. */
  async sentNames(): Promise<string[]> {
    return acting(this.search, () =>
      this.locator.evaluate(
        (element) => [element.getAttribute('name') ?? '', element.id].filter((name) => name !== ''),
        undefined,
        { timeout: FIELD_MS },
      ),
    );
  }

  /** Returns whether the page says that this field is mandatory, to who looks at it. */
  async isSaidMandatory(): Promise<boolean> {
    return acting(this.search, async () =>
      saysMandatory(await this.locator.evaluate(wordsAround, undefined, { timeout: FIELD_MS })),
    );
  }

  private get hand(): Hand | undefined {
    return this.search.hands?.inUse;
  }

  private async select(answer: { readonly label: string; readonly value?: string }): Promise<void> {
    const { value } = answer;
    await acting(this.search, async () => {
      if (this.hand !== undefined) return this.hand.choose(this.locator, answer.label, this.search);
      await this.locator.selectOption(value ?? { label: answer.label }, { timeout: FIELD_MS });
    });
  }

  private async isList(): Promise<boolean> {
    await this.search.come?.();
    return (await this.locator.and(this.search.page.locator('select')).count()) > 0;
  }

  private async answers(): Promise<Array<{ value: string; label: string }>> {
    return this.locator.locator('option:not([disabled])').evaluateAll((options) =>
      options.map((option) => ({
        value: (option as HTMLOptionElement).value,
        label: option.textContent ?? '',
      })),
    );
  }
}

function digitsOf(text: string): string {
  return text.replace(/\D/g, '');
}
