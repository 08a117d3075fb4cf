import { errors, type Locator } from '@playwright/test';
import type { ConfidenceKind } from '../confidences.ts';
import { Finding } from '../failures.ts';
import { goneIn, PortalLost } from '../portal-lost.ts';
import { type Entry, type Place, shownName } from '../target/lexicon.ts';
import { Choice } from './choice.ts';
import { type Decision, once, type Press, strayText, submit } from './decision.ts';
import type { DriverContext } from './driver-context.ts';
import { acting, type Search } from './explain.ts';
import { FIELD_MS, Field } from './field.ts';
import type { Kind } from './in-page/candidates.ts';
import { type Opening, openingOf } from './opening.ts';
import { Reading } from './reading.ts';
import { selectorOf, wantedOf } from './selector.ts';
import { shownAddress } from './shown-address.ts';

/** How the guide calls each place, for findings and pictures. */
const TITLES: Record<Place, string> = {
  identification: 'Étape 1 (identification)',
  information: 'Étape 2 (informations)',
  workspaces: 'Étape 3 (espaces)',
  activation: 'Étape 4 (activation)',
  code: "Saisie du code d'activation",
  newLink: "Nouveau lien d'activation",
  recovery: 'Mot de passe oublié',
  login: 'Connexion',
  account: 'Compte',
  structure: 'Structure',
  myWorkspaces: 'Compte (espaces)',
};

/** What is typed there opens an account, or comes near. */
const CONFIDENTIAL: Readonly<Record<string, ConfidenceKind>> = {
  password: 'mot de passe',
  confirmation: 'mot de passe',
  code: 'code',
};

/** A place of the portal: finds its fields through the target's lexicon and remembers how its last sending ended. */
export abstract class GuidePage<P extends Place> {
  protected readonly context: DriverContext;
  protected readonly place: P;
  private lastDecision: Decision | undefined;

  constructor(context: DriverContext, place: P) {
    this.context = context;
    this.place = place;
  }

  /** How the guide calls this place. */
  get title(): string {
    return TITLES[this.place];
  }

  /** How the portal answered what was last sent from here; `undefined` when nothing was sent. */
  get decision(): Decision | undefined {
    return this.lastDecision;
  }

  /** Says in French what was sent from here. */
  get sent(): string {
    return `${this.title} : la saisie a été envoyée`;
  }

  /** Says whether the browser has opened anything yet; asks nothing of the page. */
  protected get isOpened(): boolean {
    return this.context.page.url() !== 'about:blank';
  }

  /** Matches once the browser is here. */
  abstract get arrived(): Locator;

  protected names(entry: Entry<P>): readonly string[] {
    return this.context.target.lexicon[this.place][entry];
  }

  protected locate(kind: Kind | 'enabled', entry: Entry<P>): Locator {
    const others = kind === 'field' ? this.namesBeside(entry) : [];
    return this.context.page.locator(selectorOf(kind, this.names(entry), others));
  }

  /** The names of all that is not this entry. */
  protected namesBeside(entry: Entry<P>): readonly string[] {
    const all: Readonly<Record<string, readonly string[]>> = this.context.target.lexicon[this.place];
    return Object.entries(all).flatMap(([other, names]) => (other === entry ? [] : names));
  }

  protected search(kind: Search['kind'], entry: Entry<P>): Search {
    const { page, hands } = this.context;
    return { page, kind, name: shownName(this.names(entry)), where: this.title, hands };
  }

  protected field(entry: Entry<P>): Field {
    const wanted = wantedOf(this.names(entry), this.namesBeside(entry));
    const locator = this.locate('field', entry);
    const kind = CONFIDENTIAL[entry];
    const told = (value: string): void => {
      if (kind !== undefined) this.context.confidences?.tell(kind, value);
    };
    return new Field(locator, this.awaiting(locator, 'field', entry), wanted, () => this.decision, told);
  }

  protected choice(entry: Entry<P>): Choice {
    const { lexicon } = this.context.target;
    const locator = this.locate('choice', entry);
    return new Choice(locator, this.awaiting(locator, 'choice', entry), this.names(entry), lexicon);
  }

  /** A search that ends as soon as the page has stopped without what is sought. */
  protected awaiting(sought: Locator, kind: Search['kind'], entry: Entry<P>): Search {
    return { ...this.search(kind, entry), awaited: { sought, watch: this.context.watch } };
  }

  protected reading(entry: Entry<P>): Reading {
    const names = this.names(entry);
    return new Reading(this.context.page, names, shownName(names));
  }

  /** Presses the link or the button of an entry. @throws Finding when there is neither */
  protected async press(entry: Entry<P>): Promise<void> {
    await this.click(entry, () => this.way(entry).first());
  }

  /** Follows a link or presses a button and returns what it opens. @throws Finding when it does not show */
  protected async openingOf(way: Locator, search: Search): Promise<Opening> {
    const { page, target, watch } = this.context;
    await acting({ ...search, awaited: { sought: way, watch } }, () => way.waitFor({ timeout: FIELD_MS }));
    return acting(search, () => openingOf(way, page, target.answerMs));
  }

  /** Notes an answer that the page gives without anything being sent. */
  protected note(decision: Decision): void {
    this.lastDecision = decision;
  }

  /** What leads somewhere: a link or, in a page that has one address, a button. */
  protected way(entry: Entry<P>): Locator {
    return this.locate('link', entry).or(this.locate('button', entry));
  }

  /** Goes where an entry leads, by a link where there is one. @throws Finding when nothing leads there, or two things do */
  protected async follow(entry: Entry<P>): Promise<void> {
    await this.click(entry, async () => {
      const link = this.locate('link', entry);
      return (await link.count()) > 0 ? link : this.locate('button', entry);
    });
  }

  /** It must show at once; what it opens may take the time of an answer, which the click waits for. */
  private async click(entry: Entry<P>, chosen: () => Locator | Promise<Locator>): Promise<void> {
    const way = this.way(entry);
    await acting(this.awaiting(way, 'way', entry), async () => {
      await way.first().waitFor({ timeout: FIELD_MS });
      const { target, hands } = this.context;
      if (hands.inUse !== undefined) return hands.inUse.press(await chosen(), this.search('way', entry));
      await (await chosen()).click({ timeout: target.answerMs });
    });
  }

  /** Goes to an address of the portal and notes what stands there before anything is sent. */
  protected async goTo(address: string): Promise<void> {
    const { page, target, watch } = this.context;
    try {
      await page.goto(address, { timeout: target.answerMs });
    } catch (error) {
      throw this.unopened(address, error as Error);
    }
    if (watch.lost !== undefined) throw new PortalLost(watch.lost);
    this.heedBrake();
    await watch.noteBanners();
  }

  /** A portal that asks to be given time answers nothing else. */
  private heedBrake(): void {
    const brake = this.context.watch.takeBrake();
    if (brake !== undefined) this.context.onBrake(brake);
  }

  /** Goes to the portal's home page. @throws Finding when it answers that it is broken: no field need be awaited */
  protected async goHome(): Promise<void> {
    await this.goTo(`${this.context.url}/`);
    const status = this.context.watch.lastStatus ?? 0;
    if (status < 500) return;
    throw new Finding({
      done: "La page d'accueil a été ouverte",
      expected: 'une page',
      seen: `une erreur HTTP ${status}`,
    });
  }

  /** A portal that is gone proves nothing; one that is there and never answers is at fault. */
  private unopened(address: string, error: Error): Error {
    const gone = goneIn(error.message);
    if (gone !== undefined) return new PortalLost(gone);
    const { strayed } = this.context.watch;
    if (strayed === undefined && !(error instanceof errors.TimeoutError)) return error;
    return new Finding({
      done: `L'adresse ${shownAddress(address)} a été ouverte`,
      expected: 'une page du portail',
      seen: strayed === undefined ? `aucune en ${this.context.target.answerMs / 1000} s` : strayText(strayed),
    });
  }

  /**
   * Returns what to take for a success, of several signs: those that don't show yet. A login form, or the word
   * « rôle », that stands in the header of every page says nothing of what was sent.
   */
  protected async unseenAmong(signs: readonly Locator[]): Promise<Locator> {
    const nothing = this.context.page.locator(':not(*)');
    const anyOf = (some: readonly Locator[]): Locator =>
      some.reduce((either, sign) => either.or(sign), nothing).first();
    // Most often none does: one question then answers for all.
    if (!(await anyOf(signs).isVisible())) return anyOf(signs);
    const shown = await Promise.all(signs.map((sign) => sign.first().isVisible()));
    return anyOf(signs.filter((_, index) => !shown[index]));
  }

  /** Sends the place's form, and remembers whether what follows is one of `next` or a refusal. */
  protected async send(entry: Entry<P>, next: Locator, press: Press = once): Promise<void> {
    await this.context.onStep(this.title, this.place);
    const { watch, target, onPress, stillness, hands } = this.context;
    const search = this.search('button', entry);
    this.lastDecision = await submit({
      watch,
      button: this.locate('enabled', entry),
      named: this.locate('button', entry),
      search,
      accepted: next,
      answerMs: target.answerMs,
      previous: this.lastDecision,
      stillness,
      press: (button, timeout) => {
        onPress();
        return hands.inUse?.press(button, search) ?? press(button, timeout);
      },
    });
    this.heedBrake();
    this.context.onSent(this.place, this.lastDecision);
  }
}
