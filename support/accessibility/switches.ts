import type { Page } from '@playwright/test';
import { Finding } from '../failures.ts';
import type { Choice } from '../portal/choice.ts';
import { normalise } from '../portal/in-page/normalise.ts';
import { rank } from '../portal/in-page/rank.ts';
import { selectorOf } from '../portal/selector.ts';
import { type AriaNode, ariaNodes } from './aria-tree.ts';
import { around, type Box, Picture } from './pictures.ts';
import { DESKTOP, under } from './settings.ts';

/** What of a switch is told, and what shows of its state. */
export interface Switch {
  readonly where: string;
  readonly name: string;
  /** Whether a control bears its name, by itself or by the group it stands in. */
  readonly isNamed: boolean;
  /** Whether the state that is told follows the one that is given to it. */
  readonly tellsState: boolean;
  /** Whether its two states differ to the eye otherwise than by colours. */
  readonly showsState: boolean;
}

/** Roles of what has a state that is told. */
const CONTROLS = ['switch', 'checkbox', 'radio', 'button', 'option', 'menuitemcheckbox', 'combobox'];

/** How far around a switch its state is looked for, in pixels. */
const AROUND = 2;

/** The switches and boxes of a page: what is told of each, and what shows, in one state and in the other. */
export class Switches {
  readonly read: Switch[] = [];
  private readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /**
   * Reads these choices in both of their states, and puts each back as it was. One that does not turn at all, to the
   * driver nor to the eye, tells and shows no less than it is: another rule says that it is stuck.
   */
  async look(where: string, choices: readonly Choice[]): Promise<void> {
    const bearing: Choice[] = [];
    for (const choice of choices)
      if (await isBorne(choice)) bearing.push(choice);
      else
        this.read.push({
          where,
          name: choice.search.name,
          isNamed: false,
          tellsState: false,
          showsState: true,
        });
    await this.compare(where, bearing);
  }

  private async compare(where: string, choices: readonly Choice[]): Promise<void> {
    const before = await this.seen(choices);
    for (const choice of choices) await turn(choice, !before.states.get(choice));
    const after = await this.seen(choices);
    for (const choice of choices) await turn(choice, before.states.get(choice) === true);
    for (const choice of choices) {
      const { names, name } = namesOf(choice);
      const [one = [], other = []] = [before, after].map(({ nodes }) =>
        nodes.filter((node) => bears(node, names)),
      );
      const changes = (pictures: 'usual' | 'colourless'): boolean | undefined => {
        const [first, second] = [before[pictures].get(choice), after[pictures].get(choice)];
        return first === undefined || second === undefined ? undefined : first.differsFrom(second);
      };
      const isTurned = before.states.get(choice) !== after.states.get(choice) || changes('usual') === true;
      this.read.push({
        where,
        name,
        isNamed: one.length > 0,
        tellsState: !isTurned || toldOf(one) !== toldOf(other),
        showsState: !isTurned || changes('colourless') !== false,
      });
    }
  }

  private async seen(choices: readonly Choice[]) {
    const states = new Map<Choice, boolean>();
    for (const choice of choices) states.set(choice, await choice.isOn());
    const nodes = ariaNodes(await this.page.locator('body').ariaSnapshot());
    const height = await this.page.evaluate<number>('document.documentElement.scrollHeight');
    const whole = { width: DESKTOP.width, height: Math.max(height, DESKTOP.height) };
    await this.page.setViewportSize(whole);
    try {
      const boxes = new Map<Choice, Box>();
      for (const choice of choices) {
        const box = await choice.box();
        if (box !== undefined) boxes.set(choice, around(box, AROUND, whole));
      }
      const usual = await this.pictures(boxes);
      // There, the colours of the page no longer tell anything.
      const colourless = await under(this.page, 'en couleurs forcées', () => this.pictures(boxes));
      return { states, nodes, usual, colourless };
    } finally {
      await this.page.setViewportSize(DESKTOP);
    }
  }

  private async pictures(boxes: ReadonlyMap<Choice, Box>): Promise<Map<Choice, Picture>> {
    const pictures = new Map<Choice, Picture>();
    for (const [choice, box] of boxes) pictures.set(choice, await Picture.of(this.page, box));
    return pictures;
  }
}

/**
 * Returns whether a control bears the name of a choice that the page speaks of.
 * @throws Finding where the page does not even speak of it: another rule says that it is missing
 */
async function isBorne(choice: Choice): Promise<boolean> {
  try {
    await choice.isOn();
    return true;
  } catch (error) {
    const { page, name } = choice.search;
    const isSpokenOf = (await page.locator(selectorOf('text', [name])).count()) > 0;
    if (error instanceof Finding && isSpokenOf) return false;
    throw error;
  }
}

/** A portal may ask its server before the switch turns, or send a page; one that is stuck is for another rule. */
async function turn(choice: Choice, on: boolean): Promise<void> {
  await choice.set(on);
  await choice.becomes(on);
}

function namesOf({ search }: Choice): { names: string[]; name: string } {
  return { names: [normalise(search.name)], name: search.name };
}

function bears({ role, name, groups }: AriaNode, names: readonly string[]): boolean {
  const fits = (text: string): boolean => names.some((wanted) => rank(normalise(text), wanted) > 0);
  return CONTROLS.includes(role) && [name, ...groups].some(fits);
}

/** The states alone: a name that changes with the state is not a state. */
function toldOf(nodes: readonly AriaNode[]): string {
  return nodes.map(({ role, states }) => `${role} ${states.join(' ')}`).join('\n');
}
