import type { Page } from '@playwright/test';
import type { Attention } from './in-page/attention.ts';
import { Keyboard } from './keyboard.ts';
import { around, type Box, Picture } from './pictures.ts';
import { DESKTOP, type SettingName, under } from './settings.ts';
import type { State } from './walk.ts';

/** How far around a thing its focus is looked for, in pixels. */
const AROUND = 8;

/** A page higher than this is looked at as far as that, in pixels. */
const HIGHEST = 8_000;

/** As many presses as show among which stops the keyboard turns. */
const MOST_TURNS = 12;

/** What a person with a keyboard meets on a page. */
export interface Tour {
  readonly where: string;
  readonly setting: SettingName;
  readonly stops: readonly string[];
  /** The stops where nothing shows that the keyboard is there. */
  readonly unseen: readonly string[];
  /** The stops among which Tab turns round, without ever leaving the page by its end. */
  readonly trap: readonly string[];
}

/** The stops of the Tab key, page after page, each compared with itself without the focus. */
export class FocusTours {
  readonly made: Tour[] = [];
  private readonly page: Page;
  private readonly keyboard: Keyboard;
  /** What stands on every page, as it stands there, needs a picture once. */
  private readonly known = new Map<string, boolean>();

  constructor(page: Page, keyboard = new Keyboard(page)) {
    this.page = page;
    this.keyboard = keyboard;
  }

  /** Goes round a state with the Tab key, in each setting. */
  async look({ name }: State, settings: readonly SettingName[]): Promise<void> {
    const about = { where: name, stops: [], unseen: [] };
    for (const [rank, setting] of settings.entries())
      await under(this.page, setting, async () => {
        const presses = await this.keyboard.mostPresses();
        // The round before has ended where this one begins; a page may say something of each field once it is left.
        const isFree = rank > 0 || (await this.leaves(presses));
        if (!isFree) this.made.push({ ...about, setting, trap: await this.turns(presses) });
        else
          this.made.push({
            ...about,
            setting,
            ...(await this.round(await this.wholePage(), setting, presses)),
          });
      });
    await this.page.setViewportSize(DESKTOP);
  }

  /** Puts the whole page on the screen, so that nothing scrolls between two pictures. */
  private async wholePage(): Promise<Pick<Box, 'width' | 'height'>> {
    const height = await this.page.evaluate<number>('document.documentElement.scrollHeight');
    const whole = { width: DESKTOP.width, height: Math.min(Math.max(height, DESKTOP.height), HIGHEST) };
    await this.page.setViewportSize(whole);
    return whole;
  }

  /** From wherever the page has put the focus, to its end: what comes then begins at its top. */
  private async leaves(presses: number): Promise<boolean> {
    for (let left = presses; left > 0; left -= 1) if ((await this.keyboard.tab()) === null) return true;
    return false;
  }

  private async turns(presses: number): Promise<string[]> {
    const names = new Set<string>();
    for (let left = Math.min(presses, MOST_TURNS); left > 0; left -= 1) {
      const stop = await this.keyboard.tab();
      if (stop !== null) names.add(stop.name);
    }
    return [...names];
  }

  private async round(whole: Pick<Box, 'width' | 'height'>, setting: SettingName, presses: number) {
    const bare = await Picture.of(this.page, { x: 0, y: 0, ...whole });
    const stops: string[] = [];
    const unseen: string[] = [];
    const met = new Set<string>();
    for (let left = presses; left > 0; left -= 1) {
      const stop = await this.keyboard.tab();
      if (stop === null) return { stops, unseen, trap: [] };
      if (met.has(stop.key)) continue;
      met.add(stop.key);
      stops.push(stop.name);
      const { x, y, width, height } = stop.box;
      const same = [setting, stop.key, stop.name, x, y, width, height].join(' ');
      const isSeen = this.known.get(same) ?? (await this.isSeen(stop, bare, whole));
      this.known.set(same, isSeen);
      if (!isSeen) unseen.push(stop.name);
    }
    return { stops, unseen, trap: await this.turns(presses) };
  }

  private async isSeen(
    { box, isFilled }: Attention,
    bare: Picture,
    whole: Pick<Box, 'width' | 'height'>,
  ): Promise<boolean> {
    const looked = around(box, AROUND, whole);
    // Below what is looked at, nothing can be said.
    if (box.y >= whole.height && whole.height === HIGHEST) return true;
    if (box.width === 0 || looked.width <= 0 || looked.height <= 0) return false;
    if (isFilled) await this.page.keyboard.press('End');
    return (await Picture.of(this.page, looked)).differsFrom(bare);
  }
}
