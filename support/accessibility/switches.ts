import type { Page } from '@playwright/test';
import type { Choice } from '../portal/choice.ts';
import { normalise } from '../portal/in-page/normalise.ts';
import { rank } from '../portal/in-page/rank.ts';
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

  /** Reads these choices in both of their states, and puts each back as it was. */
  async look(where: string, choices: readonly Choice[]): Promise<void> {
    const states = new Map<Choice, boolean>();
    for (const choice of choices) states.set(choice, await choice.isOn());
    const before = await this.seen(choices);
    for (const [choice, on] of states) await this.turn(choice, !on);
    const after = await this.seen(choices);
    for (const [choice, on] of states) await this.turn(choice, on);
    for (const choice of choices) {
      const { names, name } = namesOf(choice);
      const [one, other] = [before, after].map(({ nodes }) => nodes.filter((node) => bears(node, names)));
      const [first, second] = [before.pictures.get(choice), after.pictures.get(choice)];
      this.read.push({
        where,
        name,
        isNamed: (one ?? []).length > 0,
        tellsState: toldOf(one ?? []) !== toldOf(other ?? []),
        showsState: first === undefined || second === undefined || first.differsFrom(second),
      });
    }
  }

  /** A portal may ask its server before the switch turns, or send a page. */
  private async turn(choice: Choice, on: boolean): Promise<void> {
    await choice.set(on);
    await choice.becomes(on);
  }

  /** In forced colours, those of the page no longer tell anything. */
  private async seen(choices: readonly Choice[]) {
    const snapshot = await this.page.locator('body').ariaSnapshot();
    const height = await this.page.evaluate<number>('document.documentElement.scrollHeight');
    const whole = { width: DESKTOP.width, height: Math.max(height, DESKTOP.height) };
    const pictures = new Map<Choice, Picture>();
    await this.page.setViewportSize(whole);
    try {
      await under(this.page, 'en couleurs forcées', async () => {
        for (const choice of choices) {
          const box: Box | undefined = await choice.box();
          if (box !== undefined)
            pictures.set(choice, await Picture.of(this.page, around(box, AROUND, whole)));
        }
      });
    } finally {
      await this.page.setViewportSize(DESKTOP);
    }
    return { nodes: ariaNodes(snapshot), pictures };
  }
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
