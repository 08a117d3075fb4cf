import type { Page } from '@playwright/test';
import { type Layout, layoutExpression } from './in-page/layout.ts';
import { unfolded } from './menus.ts';
import { type SettingName, under } from './settings.ts';
import type { State } from './walk.ts';

/** How a state is laid out in a setting, and what of the usual page no longer shows there. */
export interface Laid extends Layout {
  readonly where: string;
  readonly lost: readonly string[];
}

/** How the pages of a journey are laid out where there is little room. */
export class Layouts {
  readonly read: Laid[] = [];
  private readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Reads a state as it usually is, then in each setting; what a menu holds there is not lost. */
  async look({ name }: State, settings: readonly SettingName[]): Promise<void> {
    const usual = await this.laid();
    for (const setting of settings)
      await under(this.page, setting, async () => {
        const layout = await this.laid();
        const lost = await this.lostFrom(usual, layout);
        this.read.push({ ...layout, where: `${name}, ${setting}`, lost });
      });
  }

  private async lostFrom(usual: Layout, { lines }: Layout): Promise<string[]> {
    let left = missing(usual.lines, lines);
    if (left.length > 0)
      await unfolded(this.page, async () => {
        left = missing(left, (await this.laid()).lines);
      });
    return left;
  }

  private laid(): Promise<Layout> {
    return this.page.evaluate<Layout>(layoutExpression);
  }
}

/** A line may be broken otherwise: it is lost when its words no longer follow each other anywhere. */
function missing(usual: readonly string[], now: readonly string[]): string[] {
  const all = now.join(' ');
  return usual.filter((line) => !all.includes(line));
}
