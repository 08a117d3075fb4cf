import type { BrowserContext, Cookie, Page } from '@playwright/test';
import { MeansMissing } from '../failures.ts';
import type { Portal } from '../portal/portal.ts';
import type { Probes } from './probes.ts';
import type { Recorder } from './recorder.ts';

/** A cookie without which the account no longer opens, and how the portal gave it. */
export interface SessionCookie {
  readonly name: string;
  readonly httpOnly: boolean;
  readonly secure: boolean;
  /** As the portal wrote it, each time it did; empty where it wrote nothing. */
  readonly sameSite: readonly string[];
}

interface Parts {
  readonly page: Page;
  readonly portal: Portal;
  readonly recorder: Recorder;
  readonly probes: Probes;
  readonly openPage: () => Promise<{ page: Page; portal: Portal }>;
}

/** More cookies than these hold no session each: the others are for taste and measure. */
const MOST_COOKIES = 6;

/** The cookies of someone who logs in: those before, those after, and which of them hold the session. */
export class SessionCookies {
  private readonly parts: Parts;
  private before: Cookie[] = [];

  constructor(parts: Parts) {
    this.parts = parts;
  }

  /** Takes note of the cookies just before the login form is sent. */
  async noteBefore(): Promise<void> {
    this.before = await this.context.cookies();
  }

  /**
   * Returns the cookies without which the account no longer opens.
   * @throws MeansMissing when no cookie holds the session
   */
  async found(): Promise<SessionCookie[]> {
    const address = this.parts.page.url();
    const cookies = await this.context.cookies(address);
    if (cookies.length === 0 || (await this.opens(address, []))) throw noCookie();
    const holding: Cookie[] = [];
    for (const cookie of cookies.slice(0, MOST_COOKIES)) {
      const others = cookies.filter((other) => other !== cookie);
      if (others.length === 0 || !(await this.opens(address, others))) holding.push(cookie);
    }
    if (holding.length === 0) throw noCookie();
    const set = await this.settings();
    return holding.map(({ name, httpOnly, secure }) => ({
      name,
      httpOnly,
      secure,
      sameSite: set.filter((each) => each.name === name).map(({ sameSite }) => sameSite),
    }));
  }

  /** Returns whether the cookies that this browser had before it logged in open the account now. */
  async openedByThoseBefore(): Promise<boolean> {
    const { page } = this.parts;
    return this.before.length > 0 && this.opens(page.url(), this.before);
  }

  private get context(): BrowserContext {
    return this.parts.page.context();
  }

  /** In another browser, which has these cookies and nothing else of this one. */
  private async opens(address: string, cookies: readonly Cookie[]): Promise<boolean> {
    this.parts.probes.note('GET', address);
    const { page, portal } = await this.parts.openPage();
    await page.context().addCookies([...cookies]);
    await portal.revisit(address);
    return portal.account.isShown();
  }

  private async settings(): Promise<Array<{ name: string; sameSite: string }>> {
    const exchanges = await this.parts.recorder.since();
    const lines = exchanges.flatMap(({ headers }) =>
      headers
        .filter(({ name }) => name.toLowerCase() === 'set-cookie')
        .flatMap(({ value }) => value.split('\n')),
    );
    return lines.map((line) => ({
      name: line.split('=')[0]?.trim() ?? '',
      sameSite: /;\s*samesite=(\w+)/i.exec(line)?.[1] ?? '',
    }));
  }
}

function noCookie(): MeansMissing {
  return new MeansMissing(
    'une session tenue par un cookie',
    'Aucun cookie ne tient la session : si le portail s’en passe, écrivez "without": { "session-cookie": "comment la session est tenue" } dans le fichier cible.',
  );
}
