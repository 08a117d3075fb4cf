import type { Locator } from '@playwright/test';
import { isValidSiret } from '../../fixtures/siret.ts';
import { Finding } from '../failures.ts';
import { shownName } from '../target/lexicon.ts';
import { own } from '../target/own.ts';
import { seenOf } from './decision.ts';
import type { DriverContext } from './driver-context.ts';
import { fillForm } from './form.ts';
import { GuidePage } from './guide-page.ts';
import { refuseOwnFunction } from './hand.ts';
import type { Opening } from './opening.ts';

/** What a newcomer gives first. */
export interface Identity {
  readonly email: string;
  readonly siret: string;
}

/** Step 1: « Vous êtes nouveau sur Chorus Pro ? ». */
export class IdentificationPage extends GuidePage<'identification'> {
  readonly email = this.field('email');
  readonly siret = this.field('siret');
  private readonly next: () => readonly Locator[];

  constructor(context: DriverContext, next: () => readonly Locator[]) {
    super(context, 'identification');
    this.next = next;
  }

  override get arrived(): Locator {
    return this.locate('field', 'siret').or(this.locate('field', 'email')).first();
  }

  override get sent(): string {
    const { email, siret } = this;
    return `${this.title} : l'adresse « ${email.lastTyped} » et le SIRET « ${siret.lastTyped} » ont été envoyés`;
  }

  /** Opens the portal as a newcomer does. */
  async open(): Promise<void> {
    await this.goHome();
    const { page, url, target, watch } = this.context;
    const open = target.driver.identification?.open;
    if (open === undefined) return;
    await own('driver.identification.open', () => open(page, url));
    await watch.noteBanners();
  }

  /** Opens the portal unless the browser is at this step already. */
  async reach(): Promise<void> {
    if (!this.isOpened || !(await this.arrived.isVisible())) await this.open();
  }

  /** Types an e-mail and a SIRET, and leaves it there. */
  async prepare({ email, siret }: Identity): Promise<void> {
    this.refuseInvented(siret);
    const fill = this.context.target.driver.identification?.fill;
    if (fill === undefined)
      return fillForm(this.context.page, [
        [this.email, email],
        [this.siret, siret],
      ]);
    refuseOwnFunction(this.context.hands, 'driver.identification.fill');
    this.email.note(email);
    this.siret.note(siret);
    await own('driver.identification.fill', () => fill(this.context.page, { email, siret }));
  }

  /** A portal that asks INSEE itself is never given a valid number that was invented: it may be somebody's. */
  private refuseInvented(siret: string): void {
    const { by, companies = [] } = this.context.target.insee;
    const number = siret.replace(/\D/g, '');
    if (by !== 'reel' || !isValidSiret(number) || companies.some((given) => given.siret === number)) return;
    throw new Error(
      `Le SIRET ${number} n'est pas de ceux que la cible donne : il n'est pas envoyé à l'INSEE.`,
    );
  }

  /** Validates what is typed. */
  async validate(): Promise<void> {
    await this.send('submit', await this.unseenAmong(this.next()));
  }

  /** Types an e-mail and a SIRET, an empty text leaving the field empty, and validates. */
  async identify({ email, siret }: Identity): Promise<void> {
    await this.prepare({ email, siret });
    await this.validate();
  }

  /** Identifies once more with what was last typed. @throws Finding when the portal refuses it this time */
  async again(): Promise<void> {
    await this.open();
    await this.identify({ email: this.email.lastTyped, siret: this.siret.lastTyped });
    if (this.decision?.outcome === 'accepted') return;
    throw new Finding({
      done: `${this.sent} une seconde fois, l'étape 2 n'ayant pas été finie`,
      expected: "le passage à l'étape 2",
      seen: seenOf(this.decision),
    });
  }

  /** Identifies with a SIRET that may be too long; what the field does not keep is not sent. */
  async identifyWhole({ email, siret }: Identity): Promise<void> {
    await this.reach();
    // What a target fills in itself, nobody else can read again.
    if (this.context.target.driver.identification?.fill !== undefined) return this.identify({ email, siret });
    this.refuseInvented(siret);
    await this.email.fill(email);
    if (await this.siret.keeps(siret)) await this.validate();
  }

  /** Says whether the page speaks of joining a structure that exists already. */
  async speaksOfAttachment(): Promise<boolean> {
    return this.locate('text', 'attachment').first().isVisible();
  }

  /** How the way of those who have no SIRET is called. */
  get otherWayName(): string {
    return shownName(this.names('withoutSiret'));
  }

  /** Follows the way of those who have no SIRET, and returns what it opened. */
  async takeOtherWay(): Promise<Opening> {
    return this.openingOf(this.way('withoutSiret').first(), this.search('way', 'withoutSiret'));
  }
}
