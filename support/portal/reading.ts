import type { Page } from '@playwright/test';
import { nextReadingExpression, readingExpression } from './in-page/reading.ts';
import { wantedOf } from './selector.ts';

/** How long a page may take to say what it thinks of what is typed, in milliseconds. */
const CHANGE_MS = 1_000;

/** A value that the portal shows beside a label, whatever its make: it is read, not filled in. */
export class Reading {
  /** The label, as a person reads it. */
  readonly name: string;
  private readonly page: Page;
  private readonly names: readonly string[];

  constructor(page: Page, names: readonly string[], name: string) {
    this.page = page;
    this.names = names;
    this.name = name;
  }

  /** Returns the value shown beside the label; `undefined` when the label does not show. */
  async shown(): Promise<string | undefined> {
    return joined(await this.page.evaluate<string[]>(readingExpression(wantedOf(this.names))));
  }

  /** Waits a moment until another value shows, and returns the one that shows then. */
  async shownAfter(previous: string | undefined): Promise<string | undefined> {
    const expression = nextReadingExpression(wantedOf(this.names), previous ?? '', CHANGE_MS);
    return joined(await this.page.evaluate<string[]>(expression));
  }
}

function joined(values: readonly string[]): string | undefined {
  return values.length === 0 ? undefined : [...new Set(values)].join(' ; ');
}
