import type { Locator, Page, Request, Response } from '@playwright/test';
import { goneIn, isGatewayError } from '../portal-lost.ts';
import { STOPPED } from '../reach/navigation-guard.ts';
import { atOnce } from './at-once.ts';
import { type FirstSight, firstSightExpression } from './in-page/first-sight.ts';
import { normalise } from './in-page/normalise.ts';
import { toldExpression } from './in-page/told-of.ts';
import { refusalSelector } from './selector.ts';

/** A field that says it is wrong. */
const INVALID = '[aria-invalid=true]';

/** How long a page may take to say what it shows, in milliseconds; one that is left on the way has nothing to say. */
const SIGHT_MS = 3_000;

/** The requests by which a page takes something in: what it sends, and the documents it opens. */
const MEANINGFUL = ['document', 'xhr', 'fetch'];

/** Those after which a page may still draw something: the former, and the scripts it fetches when it needs them. */
const DRAWING = [...MEANINGFUL, 'script'];

/** An answer 429: the portal is asked too much, and may say when to come back. */
export interface Brake {
  /** The header « Retry-After », as it came. */
  readonly retryAfter: string | undefined;
}

/** Watches a page from its first moment: what it waits for, which documents it opened, which banners it bears. */
export class PageWatch {
  readonly page: Page;
  private readonly pending = new Set<Request>();
  private readonly loading = new Set<Request>();
  private readonly waiting = new Set<() => void>();
  private banners: readonly string[] = [];
  private hints: readonly string[] = [];
  private opened = 0;
  private status: number | undefined;
  private gone: string | undefined;
  private stray: string | undefined;
  private brake: Brake | undefined;
  private readonly isOwn: (url: string) => boolean;

  /** `isOwn` tells the portal's addresses from others', which a page may ask for something too. */
  constructor(page: Page, isOwn: (url: string) => boolean = () => true) {
    this.page = page;
    this.isOwn = isOwn;
    page.on('request', (request) => this.began(request));
    page.on('requestfinished', (request) => this.ended(request));
    page.on('requestfailed', (request) => this.failed(request));
    page.on('response', (response) => this.answered(response));
  }

  /** How many documents the page has asked for. */
  get documents(): number {
    return this.opened;
  }

  /** HTTP status of the last document the portal answered with. */
  get lastStatus(): number | undefined {
    return this.status;
  }

  /** Why the portal is no longer there, when the last document asked for says so. */
  get lost(): string | undefined {
    return this.gone;
  }

  /** Where the portal led the page, out of its own origins, when the last document asked for was stopped for that. */
  get strayed(): string | undefined {
    return this.stray;
  }

  /** How the portal asked to be given time (HTTP 429), since the last call. */
  takeBrake(): Brake | undefined {
    const { brake } = this;
    this.brake = undefined;
    return brake;
  }

  /** Whether the page awaits an answer. */
  get isWaiting(): boolean {
    return this.pending.size > 0;
  }

  /** Whether something is under way after which the page may draw something more. */
  get isLoading(): boolean {
    return this.loading.size > 0;
  }

  /** Matches what a page shows when it refuses, known banners and these texts left out. */
  refusals(known: readonly string[] = []): Locator {
    return this.page.locator(refusalSelector([...this.banners, ...known.map(normalise)]));
  }

  /** Returns the texts of the signs of refusal that show; of fields marked wrong, what is tied to them since. */
  async signs(): Promise<string[]> {
    // One by one: all at once would run in the page's own world, where Playwright must first inject its script.
    const said = await Promise.all((await this.refusals().all()).map((sign) => sign.textContent()));
    const texts = said.map((text) => text?.replace(/\s+/g, ' ').trim() ?? '').filter((text) => text !== '');
    if (texts.length > 0) return texts;
    return (await this.told(INVALID)).filter((text) => !this.hints.includes(text));
  }

  /**
   * Notes what looks like a refusal on a step just reached: a banner, on this page and on those that follow; and what
   * is said of its fields before anything is typed.
   */
  async noteBanners(): Promise<void> {
    const seen = await atOnce<FirstSight>(this.page, firstSightExpression, SIGHT_MS);
    this.banners = (seen?.signs ?? []).map(normalise);
    this.hints = seen?.hints ?? [];
  }

  /** Resolves once a fact about the page's requests holds. */
  async until(holds: () => boolean): Promise<void> {
    while (!holds()) {
      await new Promise<void>((resolve) => this.waiting.add(resolve));
    }
  }

  /** Resolves once the page awaits nothing, or so many milliseconds have passed. */
  async quiet(timeout: number): Promise<void> {
    const late = Promise.withResolvers<void>();
    const timer = setTimeout(() => late.resolve(), timeout);
    await Promise.race([this.until(() => !this.isWaiting), late.promise]);
    clearTimeout(timer);
  }

  /** A page that goes on elsewhere meanwhile has nothing to say. */
  private async told(selector: string): Promise<string[]> {
    return this.page.evaluate<string[]>(toldExpression(selector)).catch(() => []);
  }

  private began(request: Request): void {
    if (DRAWING.includes(request.resourceType())) this.loading.add(request);
    if (!MEANINGFUL.includes(request.resourceType())) return;
    this.pending.add(request);
    if (!this.isDocument(request)) return;
    this.opened += 1;
    this.status = undefined;
    this.gone = undefined;
    this.stray = undefined;
  }

  private failed(request: Request): void {
    if (this.isDocument(request)) {
      const text = request.failure()?.errorText;
      this.gone = goneIn(text);
      if (text === STOPPED) this.stray = request.url();
    }
    this.ended(request);
  }

  private answered(response: Response): void {
    const request = response.request();
    if (response.status() === 429 && MEANINGFUL.includes(request.resourceType()) && this.isOwn(request.url()))
      this.brake = { retryAfter: response.headers()['retry-after'] };
    if (!this.isDocument(request)) return;
    this.status = response.status();
    if (isGatewayError(this.status)) this.gone = `HTTP ${this.status}`;
    this.ring();
  }

  private ended(request: Request): void {
    this.loading.delete(request);
    if (this.pending.delete(request)) this.ring();
  }

  private isDocument(request: Request): boolean {
    return request.isNavigationRequest() && request.frame() === this.page.mainFrame();
  }

  private ring(): void {
    for (const wake of this.waiting) wake();
    this.waiting.clear();
  }
}
