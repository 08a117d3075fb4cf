import { type ElementHandle, expect, type Locator } from '@playwright/test';
import type { Lexicon } from '../target/lexicon.ts';
import { atOnce } from './at-once.ts';
import { acting, type Search } from './explain.ts';
import { FIELD_MS } from './field.ts';
import { chosenExpression } from './in-page/choice.ts';
import type { PairWanted } from './in-page/pair.ts';
import type { Wanted } from './in-page/reading.ts';
import { isLit, pressable } from './in-page/state.ts';
import { type Pair, pairOn, pairWanted } from './pair.ts';
import { selectorOf, wantedOf } from './selector.ts';

/** A part of the page, in its pixels. */
interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** What the target does itself with one of its choices. */
export interface OwnChoice {
  readonly isOn: () => Promise<boolean>;
  readonly set: (on: boolean) => Promise<void>;
}

/** Something switched on and off, whatever its make: checkbox, switch, toggle button, or a pair of answers OUI and NON. */
export class Choice {
  readonly search: Search;
  private readonly locator: Locator;
  private readonly wanted: Wanted;
  private readonly pair: PairWanted;
  private readonly own: OwnChoice | undefined;

  constructor(
    locator: Locator,
    search: Search,
    names: readonly string[],
    words: Pick<Lexicon, 'workspaces'>,
    own?: OwnChoice | undefined,
  ) {
    this.locator = locator;
    this.search = search;
    this.wanted = wantedOf(names);
    this.pair = pairWanted(names, words);
    this.own = own;
  }

  /** Returns whether it is on. */
  async isOn(): Promise<boolean> {
    if (this.own !== undefined) return this.own.isOn();
    const now = await this.now();
    if (typeof now === 'boolean') return now;
    return this.with(
      (pair) => pair.isOn(),
      (control) => control.evaluate(isLit),
    );
  }

  /** Returns whether the page shows it now. */
  async isThere(): Promise<boolean> {
    const { page, name } = this.search;
    if (this.own !== undefined)
      return page
        .locator(selectorOf('text', [name]))
        .first()
        .isVisible();
    if (typeof (await this.now()) === 'boolean') return true;
    return (await this.locator.count()) > 0 || (await pairOn(page, this.pair)) !== undefined;
  }

  /** Switches it as wanted; nothing is done when it already is. */
  async set(on: boolean): Promise<void> {
    if ((await this.isOn()) === on) return;
    if (this.own !== undefined) return this.own.set(on);
    const hand = this.search.hands?.inUse;
    if (hand !== undefined)
      return this.with(
        (pair) => hand.answer(pair.answerFor(on), this.search),
        (control) => hand.answer(control, this.search),
      );
    await this.with(
      (pair) => pair.answer(on, FIELD_MS),
      async (control) => (await control.evaluateHandle(pressable)).asElement()?.click({ timeout: FIELD_MS }),
    );
  }

  /** The box of what is drawn of it, in pixels of the page: both answers of a pair; none where the target works it itself. */
  async box(): Promise<Box | undefined> {
    if (this.own !== undefined) return undefined;
    const boxes = await this.with(
      (pair) => Promise.all([true, false].map((yes) => boxOf(pair.answerFor(yes)))),
      async (control) => [await boxOf(control)],
    );
    const left = Math.min(...boxes.map(({ x }) => x));
    const top = Math.min(...boxes.map(({ y }) => y));
    const right = Math.max(...boxes.map(({ x, width }) => x + width));
    const bottom = Math.max(...boxes.map(({ y, height }) => y + height));
    return { x: left, y: top, width: right - left, height: bottom - top };
  }

  /** Returns what is written about it: its label, and what stands just beside, up to the next field. */
  async surroundings(): Promise<string> {
    const text = await this.read(textBeside);
    return text.replace(/\s+/g, ' ').trim();
  }

  /** Returns whether it comes to that state: a portal may ask its server first. */
  async becomes(on: boolean): Promise<boolean> {
    const deadline = { timeout: FIELD_MS, intervals: [50, 100, 250] };
    try {
      await expect.poll(() => this.isOn(), deadline).toBe(on);
      return true;
    } catch {
      return (await this.isOn()) === on;
    }
  }

  /** Returns what stands beside it in its row, its own name and state left out. */
  async description(): Promise<string> {
    const text = await this.read(rowText);
    return text
      .replaceAll(this.search.name, ' ')
      .replace(/\b(OUI|NON)\b/g, ' ')
      .replace(/\s+/g, ' ')
      .trim();
  }

  /** Whether it is on, where the page shows it once. */
  private now(): Promise<boolean | null | undefined> {
    return atOnce(this.search.page, chosenExpression(this.wanted, this.pair), FIELD_MS);
  }

  private async isAlone(): Promise<boolean> {
    const areRadios = await this.locator.evaluateAll((all) =>
      all.map((one) => one.matches('[type=radio], [role=radio]')),
    );
    return areRadios.length === 1 && areRadios[0] === false;
  }

  /** A page drawn by script may show its switches after its title. */
  private async comingPair(): Promise<Pair | undefined> {
    const { page, name } = this.search;
    const there = await pairOn(page, this.pair);
    if (there !== undefined) return there;
    const named = page.locator(selectorOf('text', [name]));
    await this.locator.or(named).first().waitFor({ state: 'attached', timeout: FIELD_MS });
    return pairOn(page, this.pair);
  }

  private async read(text: (element: Element) => string): Promise<string> {
    return this.with(
      (pair) => pair.on.evaluate(text),
      (control) => control.evaluate(text),
    );
  }

  /** A control of its own comes first; radios, several of one name or none may be a pair of answers. */
  private async with<T>(
    pairwise: (pair: Pair) => Promise<T>,
    alone: (control: ElementHandle<Element>) => Promise<T>,
  ): Promise<T> {
    return acting(this.search, async () => {
      const pair = (await this.isAlone()) ? undefined : await this.comingPair();
      if (pair !== undefined) return pairwise(pair);
      const control = await this.locator.elementHandle({ timeout: FIELD_MS });
      return alone(control as ElementHandle<Element>);
    });
  }
}

/** The box of what is pressed; of an answer in a list, that of the list. */
async function boxOf(element: ElementHandle<Element>): Promise<Box> {
  return (await element.evaluateHandle(pressable)).evaluate((one) => {
    const { left, top, width, height } = (one.closest('select') ?? one).getBoundingClientRect();
    return { x: left + scrollX, y: top + scrollY, width, height };
  });
}

/** The widest box that holds no other field, and its neighbours that hold none. Runs in the page. */
function textBeside(element: Element): string {
  const isAlone = (box: Element): boolean =>
    Array.from(
      box.querySelectorAll('input:not([type=hidden]), select, textarea, [role=switch], button'),
    ).every((field) => field === element);
  let box = element;
  while (box.parentElement !== null && box !== document.body && isAlone(box.parentElement)) {
    box = box.parentElement;
  }
  const described = (element.getAttribute('aria-describedby') ?? '').split(/\s+/);
  const beside = [box.previousElementSibling, box, box.nextElementSibling].filter(
    (near) => near !== null && (near === box || !near.matches('input, select, textarea')) && isAlone(near),
  );
  const labels = Array.from((element as HTMLInputElement).labels ?? []);
  const about = described.map((id) => document.getElementById(id));
  const all = [...new Set([...beside, ...labels, ...about])].filter((near) => near !== null);
  const outer = all.filter((near) => !all.some((other) => other !== near && other.contains(near)));
  return outer.map((near) => near.textContent ?? '').join(' ');
}

/** The widest row that speaks of this choice alone. Runs in the page: it must stand alone. */
function rowText(element: Element): string {
  const rows = 'tr, li, [role=row], [role=listitem], fieldset';
  const choices = 'input[type=checkbox], input[type=radio], [role=switch], [aria-pressed]';
  const { name } = element as HTMLInputElement;
  const isItsOwn = (choice: Element): boolean =>
    choice === element || (element.matches('input[type=radio]') && choice.getAttribute('name') === name);
  let widest = element.closest(rows);
  for (let row = widest; row !== null; row = row.parentElement?.closest(rows) ?? null) {
    if (Array.from(row.querySelectorAll(choices)).every(isItsOwn)) widest = row;
  }
  return widest?.textContent ?? '';
}
