import type { ElementHandle, Page } from '@playwright/test';
import { Finding } from '../failures.ts';
import type { Called, Hand, Handled } from '../portal/hand.ts';
import { type Attention, attentionExpression, stopsExpression } from './in-page/attention.ts';

/** How long a thing may take to be on the page, in milliseconds. */
const THERE_MS = 3_000;

/** How many stops of the Tab key a finding names. */
const MOST_NAMED = 12;

/** A person who has a keyboard and nothing else: Tab until the thing is reached, then the keys that it answers to. */
export class Keyboard implements Hand {
  readonly manner = 'au clavier seul';
  private readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** What has the focus now. */
  async attention(): Promise<Attention | null> {
    return this.page.evaluate<Attention | null>(attentionExpression);
  }

  /** Presses Tab and returns what then has the focus; nothing where the keyboard has left the page by its end. */
  async tab(): Promise<Attention | null> {
    await this.page.keyboard.press('Tab');
    return this.attention();
  }

  /** Returns more presses than bring a keyboard that nothing holds from anywhere to anywhere in the page. */
  async mostPresses(): Promise<number> {
    return 2 * (await this.page.evaluate<number>(stopsExpression)) + 10;
  }

  async type(field: Handled, value: string, called: Called): Promise<void> {
    const element = await this.reach(field, called);
    await this.page.keyboard.press('ControlOrMeta+A');
    if (value === '') await this.page.keyboard.press('Delete');
    else await this.page.keyboard.type(value);
    await element.dispose();
  }

  async choose(list: Handled, label: string, called: Called): Promise<void> {
    const element = await this.reach(list, called);
    for (let left = await element.evaluate(optionsOf); left > 0; left -= 1) {
      const towards = await element.evaluate(keyTowards, label);
      if (towards === null) return;
      await this.page.keyboard.press(towards);
    }
    if ((await element.evaluate(keyTowards, label)) === null) return;
    throw new Finding({
      done: `${called.where} : la réponse « ${label} » de la liste « ${called.name} » a été cherchée par les flèches du clavier`,
      expected: 'la réponse choisie',
      seen: 'les flèches n’y mènent pas',
    });
  }

  async press(thing: Handled, called: Called): Promise<void> {
    await this.reach(thing, called);
    await this.page.keyboard.press('Enter');
  }

  async answer(control: Handled, called: Called): Promise<void> {
    const element = await handleOf(control);
    const kind = await element.evaluate(kindOf);
    if (kind === 'option') return this.chooseOption(element, called);
    await this.reach(element, called, kind === 'radio');
    if (kind === 'switch') return this.page.keyboard.press('Space');
    // The arrows go from one answer to the next, and take it.
    for (let left = await element.evaluate(groupSize); left > 0; left -= 1) {
      if (await element.evaluate((one) => one === document.activeElement)) break;
      await this.page.keyboard.press('ArrowDown');
    }
    const isTaken = await element.evaluate(
      (one) => (one as HTMLInputElement).checked || one.getAttribute('aria-checked') === 'true',
    );
    if (!isTaken) await this.page.keyboard.press('Space');
  }

  private async chooseOption(option: ElementHandle<Element>, called: Called): Promise<void> {
    const list = await option.evaluateHandle((one) => one.closest('select') as Element);
    await this.choose(list, await option.evaluate((one) => (one as HTMLOptionElement).text), called);
  }

  /** Returns the names of the things that Tab stops at. */
  private async met(presses: number): Promise<string[]> {
    const names = new Set<string>();
    for (let left = presses; left > 0; left -= 1) {
      const stop = await this.tab();
      if (stop !== null) names.add(stop.name);
    }
    return [...names];
  }

  /** Presses Tab until a thing, or another answer of its group, has the focus. @throws Finding when Tab never leads there */
  private async reach(thing: Handled, called: Called, orItsGroup = false): Promise<ElementHandle<Element>> {
    const element = await handleOf(thing);
    const presses = await this.mostPresses();
    for (let left = presses; left > 0; left -= 1) {
      if (await element.evaluate(hasFocus, orItsGroup)) return element;
      await this.page.keyboard.press('Tab');
    }
    const met = await this.met(presses);
    throw new Finding({
      done: `${called.where} : « ${called.name} » a été cherché au clavier, par la touche Tab, depuis le haut de la page`,
      expected: 'que la touche Tab y mène',
      seen: `elle n’y mène jamais (arrêts : ${met.slice(0, MOST_NAMED).join(', ') || 'aucun'}${met.length > MOST_NAMED ? '…' : ''}) ; faites-en un élément natif (bouton, lien, champ) ou donnez-lui tabindex="0"`,
    });
  }
}

async function handleOf(thing: Handled): Promise<ElementHandle<Element>> {
  if (!('elementHandle' in thing)) return thing;
  return (await thing.elementHandle({ timeout: THERE_MS })) as ElementHandle<Element>;
}

/** These run in the page: each must stand alone. */
function hasFocus(element: Element, orItsGroup: boolean): boolean {
  const active = element.ownerDocument.activeElement;
  if (active === element) return true;
  if (!orItsGroup || active === null) return false;
  if (element instanceof HTMLInputElement)
    return active instanceof HTMLInputElement && active.type === 'radio' && active.name === element.name;
  return active.matches('[role=radio]') && active.closest('[role=radiogroup]')?.contains(element) === true;
}

function kindOf(element: Element): 'option' | 'radio' | 'switch' {
  if (element instanceof HTMLOptionElement) return 'option';
  return element.matches('input[type=radio], [role=radio]') ? 'radio' : 'switch';
}

function groupSize(element: Element): number {
  const scope = element.closest('[role=radiogroup], form') ?? document;
  return scope.querySelectorAll('input[type=radio], [role=radio]').length;
}

function optionsOf(list: Element): number {
  return list.querySelectorAll('option').length;
}

/** The key that brings nearer to an answer; none where it is chosen. */
function keyTowards(list: Element, label: string): 'ArrowDown' | 'ArrowUp' | null {
  const options = Array.from((list as HTMLSelectElement).options ?? []);
  const squeezed = (text: string): string => text.replace(/\s+/g, ' ').trim();
  const wanted = options.findIndex((option) => squeezed(option.text) === squeezed(label));
  const chosen = (list as HTMLSelectElement).selectedIndex;
  if (wanted === chosen) return null;
  return wanted > chosen ? 'ArrowDown' : 'ArrowUp';
}
