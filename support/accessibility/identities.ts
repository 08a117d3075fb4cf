import type { Page } from '@playwright/test';
import type { State } from './walk.ts';

/** How a page presents itself. */
export interface Identity {
  readonly where: string;
  readonly lang: string;
  readonly title: string;
  /** What tells it from another page that would bear the same title: its own heading, else its address. */
  readonly subject: string;
}

/** Runs in the page: it must stand alone. */
const OWN = `(() => {
  const heading = Array.from(document.querySelectorAll('h1, [role=heading][aria-level="1"], h2')).find((one) => one.checkVisibility());
  return {
    lang: document.documentElement.getAttribute('lang') ?? '',
    title: document.title.trim(),
    subject: (heading?.textContent ?? location.pathname).replace(/\\s+/g, ' ').trim(),
  };
})()`;

/** The language and title of each page of a journey. */
export class Identities {
  readonly read: Identity[] = [];
  private readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Reads those of a state. */
  async look({ name }: State): Promise<void> {
    this.read.push({ where: name, ...(await this.page.evaluate<Omit<Identity, 'where'>>(OWN)) });
  }
}

/** Returns the pages that say no language, or another than the French they are written in. */
export function withoutFrench(read: readonly Identity[]): Identity[] {
  return read.filter(({ lang }) => !/^fr(?:-[a-z0-9]+)*$/i.test(lang));
}

/** Returns the titles that several pages bear though they are about different things, each with those pages. */
export function sharedTitles(read: readonly Identity[]): Identity[][] {
  const byTitle = Map.groupBy(read, ({ title }) => title.toLowerCase());
  return [...byTitle.values()].filter(
    (pages) => pages[0]?.title !== '' && new Set(pages.map(({ subject }) => subject)).size > 1,
  );
}
