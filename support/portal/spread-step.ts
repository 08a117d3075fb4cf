import { Finding } from '../failures.ts';
import { type Decision, seenOf } from './decision.ts';
import { type Search, unfound } from './explain.ts';
import type { Answer } from './personal-information.ts';

/** What is said to a portal about one part. */
export interface Saying<K extends string> {
  readonly part: K;
  readonly value: Answer;
}

/** How a portal's pages are read, sent and left. */
export interface Moves<K extends string> {
  /** All that the step may ask for, on whichever page. */
  readonly parts: readonly K[];
  /** Returns those of these parts that the page shows now. */
  readonly shown: (parts: readonly K[]) => Promise<readonly K[]>;
  /** What a person says there when nothing particular is tried. */
  readonly usual: () => ReadonlyArray<Saying<K>>;
  /** Says these things, which the page asks for. */
  readonly say: (sayings: ReadonlyArray<Saying<K>>) => Promise<void>;
  /** Returns whether the page has a button to go on by. */
  readonly mayGoOn: () => Promise<boolean>;
  /** Waits until the page shows all that it will show by itself. */
  readonly settle: () => Promise<void>;
  /** Sends the page; accepted when the next step shows, or a page with one of these parts. */
  readonly send: (following: readonly K[]) => Promise<Decision | undefined>;
  /** Returns whether the next step shows. */
  readonly isOver: () => Promise<boolean>;
  /** Takes the portal's own way back, to a page with one of these parts; returns whether there is one. */
  readonly back: (earlier: readonly K[]) => Promise<boolean>;
  /** Begins the step again, as the same person. */
  readonly restart: () => Promise<void>;
  /** What a part is called, and what its like are called on this page: for who reads that it is missing. */
  readonly searchOf: (part: K) => Search;
  readonly labels: () => Promise<readonly string[]>;
}

/** More pages than any portal makes of one step. */
const MOST_PAGES = 8;

/**
 * A step that a portal may spread over several pages, in any order. What is known of it is learned on the way: which
 * parts each page showed, the first being where the step begins. Going on means sending the page shown; going back
 * is by the portal's own way, else by beginning again.
 */
export class SpreadStep<K extends string> {
  private readonly moves: Moves<K>;
  /** What each page shows, in the order of the portal. */
  private readonly pages: Array<Set<K>> = [];
  private readonly labels = new Set<string>();
  private readonly said = new Map<K, Answer>();
  private place = 0;
  private furthest = 0;
  private unsaid: ReadonlyArray<Saying<K>> = [];
  private lastDecision: Decision | undefined;

  constructor(moves: Moves<K>) {
    this.moves = moves;
  }

  /** Takes note that the first page shows. */
  begin(): void {
    this.place = 0;
    this.furthest = 0;
    this.said.clear();
    this.unsaid = [];
  }

  /** In French, which page is shown or was last sent, where there are several. */
  get pageName(): string {
    return this.pages.length > 1 ? `, page ${this.place + 1}` : '';
  }

  /** Whether a page passed is shown again. */
  get isBack(): boolean {
    return this.place < this.furthest;
  }

  /** What was left unsaid when a page was refused. */
  get left(): ReadonlyArray<Saying<K>> {
    return this.unsaid;
  }

  /** What was left unsaid, and no page has shown yet. */
  get unseen(): readonly K[] {
    return this.unsaid.map(({ part }) => part).filter((part) => this.pageOf(part) === undefined);
  }

  /** Says all this, page after page, until the step is over or a page is refused. @throws Finding when a part is nowhere */
  async complete(sayings: ReadonlyArray<Saying<K>>): Promise<void> {
    await this.backFor(sayings);
    const left = new Map(sayings.map((saying) => [saying.part, saying]));
    let pages = 0;
    do {
      if (pages === MOST_PAGES) throw this.endless();
      await this.sayHere(left);
      pages += 1;
    } while (await this.sendOn());
    this.unsaid = [...left.values()];
    const [missing] = this.unsaid;
    if (missing !== undefined && this.lastDecision?.outcome === 'accepted') throw this.nowhere(missing.part);
  }

  /** Comes to the page that shows a part. @throws Finding when none does */
  async comeTo(part: K): Promise<void> {
    if (await this.shows(part)) return;
    if ((await this.look()).has(part)) return;
    if (this.isPassed(part)) return this.backTo(this.pageOf(part) ?? this.place);
    while (!(await this.look()).has(part)) if (!(await this.goOn())) throw this.nowhere(part);
  }

  /** Goes on to the first page that shows one of these parts, if any does. */
  async goOnTo(parts: readonly K[]): Promise<void> {
    do {
      const here = await this.look();
      if (parts.some((part) => here.has(part))) return;
    } while (await this.goOn());
  }

  /**
   * Reads these parts where they stand: on the page shown, then on those passed, as far as the portal's own way back
   * leads. What stands on a page that can't be seen again is asked no more, and is not read.
   */
  async reread(parts: readonly K[], read: (parts: readonly K[]) => Promise<void>): Promise<void> {
    let left = parts;
    do {
      const here = await this.look();
      await read(left.filter((part) => here.has(part)));
      left = left.filter((part) => !here.has(part));
    } while (left.some((part) => this.isPassed(part)) && (await this.goBack()));
  }

  /** Passes the page shown with what is usually said there; returns whether the step goes on with another. */
  async goOn(): Promise<boolean> {
    await this.look();
    const isWhole = this.moves.parts.every((part) => this.pageOf(part) !== undefined);
    if ((isWhole && this.place === this.pages.length - 1) || !(await this.moves.mayGoOn())) return false;
    await this.sayHere(new Map(this.moves.usual().map((saying) => [saying.part, saying])));
    return this.sendOn();
  }

  /** What must be said otherwise on a page passed is said there: the way goes back first. */
  private async backFor(sayings: ReadonlyArray<Saying<K>>): Promise<void> {
    const changed = sayings.filter(({ part, value }) => this.said.get(part) !== value);
    const pages = changed.map(({ part }) => this.pageOf(part) ?? this.place);
    const first = Math.min(this.place, ...pages);
    if (first < this.place) await this.backTo(first);
  }

  private async backTo(page: number): Promise<void> {
    while (this.place > page) {
      if (await this.goBack()) continue;
      await this.moves.restart();
      while (this.place < page) if (!(await this.goOn())) return;
    }
  }

  private async goBack(): Promise<boolean> {
    const here = await this.look();
    const earlier = [...(this.pages[this.place - 1] ?? [])].filter((part) => !here.has(part));
    if (this.place === 0 || !(await this.moves.back(earlier))) return false;
    this.place -= 1;
    return true;
  }

  /** Says what this page asks for; what was said on a page passed stands. */
  private async sayHere(left: Map<K, Saying<K>>): Promise<void> {
    const here = await this.look();
    // What the page did not show at first may have come since.
    const late = [...left.keys()].filter((part) => this.pageOf(part) === undefined);
    for (const part of late.length === 0 ? [] : await this.moves.shown(late)) here.add(part);
    const sayings = [...left.values()].filter(({ part }) => here.has(part));
    await this.moves.say(sayings);
    for (const { part, value } of sayings) this.said.set(part, value);
    for (const part of left.keys()) if (here.has(part) || this.isPassed(part)) left.delete(part);
  }

  /** Sends the page; returns whether another page of the step follows. */
  private async sendOn(): Promise<boolean> {
    const here = await this.look();
    const following = this.moves.parts.filter((part) => !here.has(part));
    this.lastDecision = await this.moves.send(following);
    if (this.lastDecision?.outcome !== 'accepted') return false;
    // With nothing left to show, it is the next step that was waited for.
    if (following.length === 0 || (await this.moves.isOver())) return false;
    this.place += 1;
    this.furthest = Math.max(this.furthest, this.place);
    return true;
  }

  /** Returns what the page shows; it is read once, and again when something that is nowhere yet might still come. */
  private async look(): Promise<Set<K>> {
    const known = this.pages[this.place];
    if (known !== undefined) return known;
    const { parts, shown, settle, labels } = this.moves;
    let here = await shown(parts);
    if (here.length < parts.length) {
      await settle();
      here = await shown(parts);
      for (const label of await labels()) this.labels.add(label);
    }
    const page = new Set(here);
    this.pages[this.place] = page;
    return page;
  }

  private async shows(part: K): Promise<boolean> {
    if (this.pages[this.place]?.has(part)) return true;
    // What stands on another page is not looked for on this one.
    return this.pageOf(part) === undefined && (await this.moves.shown([part])).length > 0;
  }

  private isPassed(part: K): boolean {
    return (this.pageOf(part) ?? this.place) < this.place;
  }

  private pageOf(part: K): number | undefined {
    const page = this.pages.findIndex((parts) => parts.has(part));
    return page < 0 ? undefined : page;
  }

  private endless(): Finding {
    return new Finding({
      done: 'Chaque page de l’étape a été remplie et envoyée',
      expected: 'la fin de l’étape',
      seen: `encore une page après ${MOST_PAGES}`,
    });
  }

  private nowhere(part: K): Finding {
    return unfound(this.moves.searchOf(part), [...this.labels], seenOf(this.lastDecision));
  }
}
