import type { Page } from '@playwright/test';
import type { Applicant } from '../../fixtures/applicant.ts';
import { PortalUnreachedStep } from '../failures.ts';
import { ownHeaders } from '../reach/access-options.ts';
import { isWithin } from '../reach/navigation-guard.ts';
import type { Target } from '../target/target.ts';
import { AccountPage } from './account.ts';
import { ActivationPage } from './activation.ts';
import { CodePage } from './code.ts';
import { type Sent, seenOf } from './decision.ts';
import type { DriverContext } from './driver-context.ts';
import type { Hands } from './hand.ts';
import { IdentificationPage } from './identification.ts';
import { normalise } from './in-page/normalise.ts';
import { rank } from './in-page/rank.ts';
import { shownText } from './in-page/shown-text.ts';
import { InformationPage } from './information.ts';
import type { Surroundings } from './information-parts.ts';
import { LoginPage } from './login.ts';
import { MyWorkspacesPage } from './my-workspaces.ts';
import { NewLinkPage } from './new-link.ts';
import { PageWatch } from './page-watch.ts';
import { RecoveryPage } from './recovery.ts';
import { type Shown, shownOn } from './shown.ts';
import { shownAddress } from './shown-address.ts';
import { StructurePage } from './structure.ts';
import { replay, type Sending, Trail } from './trail.ts';
import { Transit } from './transit.ts';
import { type WayIn, wayInto } from './way-in.ts';
import { WorkspacesPage } from './workspaces.ts';

/** Whom the driver tells what it does, and who tells it what a person says. */
export type Heard = Pick<DriverContext, 'onStep' | 'onSent' | 'onBrake' | 'stillness' | 'confidences'> &
  Pick<Surroundings, 'usual'>;

/** The portal under test, driven as the guide describes it. */
export class Portal {
  readonly identification: IdentificationPage;
  readonly information: InformationPage;
  readonly workspaces: WorkspacesPage;
  readonly activation: ActivationPage;
  /** How the activation mail leads to step 4. */
  readonly wayIn: WayIn;
  readonly login: LoginPage;
  readonly account: AccountPage;
  readonly newLink: NewLinkPage;
  readonly recovery: RecoveryPage;
  readonly structure: StructurePage;
  /** What is sent past the browser's own checks. */
  readonly transit: Transit;
  readonly myWorkspaces: MyWorkspacesPage;
  /** Where the browser has been, and what it sent. */
  readonly trail: Trail;

  /** Who acts on the pages: the driver itself until a scenario says otherwise. */
  readonly hands: Hands = { inUse: undefined };

  private readonly page: Page;
  private readonly target: Target;
  private readonly watch: PageWatch;

  constructor(
    page: Page,
    target: Target,
    url: string,
    { onStep, onSent, onBrake, usual, stillness, confidences }: Heard,
  ) {
    this.page = page;
    this.target = target;
    this.watch = new PageWatch(page, (address) =>
      isWithin([new URL(url).origin, ...target.origins], address),
    );
    this.trail = new Trail(page);
    const context: DriverContext = {
      page,
      target,
      url: url.replace(/\/$/, ''),
      onStep,
      onPress: () => this.transit.begins(),
      onSent: (place, decision) => {
        if (place === 'identification') this.information.begin();
        onSent(place, decision);
      },
      onBrake,
      stillness,
      watch: this.watch,
      confidences,
      hands: this.hands,
    };
    this.account = new AccountPage(context);
    this.transit = new Transit(page);
    this.myWorkspaces = new MyWorkspacesPage(context, this.account);
    this.login = new LoginPage(context, () => this.account.arrived);
    this.newLink = new NewLinkPage(context, this.login);
    this.recovery = new RecoveryPage(context, this.login);
    this.structure = new StructurePage(context, this.account);
    this.activation = new ActivationPage(context, () => [this.login.arrived, this.account.arrived]);
    const { activation } = this;
    const code = new CodePage(context, () => activation.arrived.or(activation.activated).first());
    this.wayIn = wayInto(target, { activation, code });
    this.workspaces = new WorkspacesPage(context);
    this.information = new InformationPage(context, {
      next: () => this.workspaces.arrived,
      usual,
      restart: () => this.identification.again(),
    });
    this.identification = new IdentificationPage(context, () => this.information.beginnings);
  }

  /** Takes the page as another driver left it: what already looks like a refusal there is a banner. */
  async takeOver(): Promise<void> {
    await this.watch.noteBanners();
  }

  /** Says in French which page shows, its secrets left out. */
  async pageShown(): Promise<string> {
    return `page « ${(await this.page.title()) || 'sans titre'} » à l'adresse ${shownAddress(this.page.url())}`;
  }

  /** Says in French where the way from the activation mail has led. */
  async whereItLed(): Promise<string> {
    return `${this.wayIn.said()}${await this.pageShown()}`;
  }

  /** Reads all that the page shows: text, and what its fields hold. */
  async shown(): Promise<Shown> {
    return shownOn(this.page);
  }

  /** Returns what the page shows: its text, and what its fields hold. */
  async shownText(): Promise<string> {
    return this.page.locator('body').evaluate(shownText);
  }

  /** Opens an address met before, and waits for what it asks of the portal; one that leads out of it shows nothing. */
  async revisit(address: string): Promise<void> {
    try {
      await this.page.goto(address);
    } catch (error) {
      if (this.watch.strayed === undefined) throw error;
    }
    await this.watch.until(() => !this.watch.isWaiting);
  }

  /** Returns the step after the first, the account or the data that the page shows of a person, if it shows one. */
  async stepShownOf({ email, nom }: Pick<Applicant, 'email' | 'nom'>): Promise<string | undefined> {
    const text = normalise(await this.shownText());
    const shown = [email, nom].filter((word) => rank(text, normalise(word)) > 0);
    if (shown.length === 0) return undefined;
    if (await this.isData()) {
      // Whoever asks by an address that names the person knows that much already.
      const asked = this.page.url().toLowerCase();
      const isAsked = (word: string): boolean =>
        [word, encodeURIComponent(word)].some((written) => asked.includes(written.toLowerCase()));
      return shown.every(isAsked) ? undefined : 'ses données';
    }
    const { information, workspaces, activation, account } = this;
    const places = [
      { title: information.title, sign: information.arrived },
      { title: workspaces.title, sign: workspaces.arrived },
      { title: 'Confirmation de la création', sign: workspaces.created },
      { title: activation.title, sign: activation.arrived },
      { title: account.title, sign: account.arrived },
    ];
    for (const { title, sign } of places) if (await sign.isVisible()) return title;
    return undefined;
  }

  private async isData(): Promise<boolean> {
    return /json/.test(await this.page.evaluate(() => document.contentType));
  }

  /** Sends something again as this browser, whatever its page shows. */
  async replay(sending: Sending): Promise<void> {
    await replay(this.page, sending, ownHeaders(this.target, sending.url));
  }
}

/**
 * Checks that what was sent led to the step that follows.
 * @throws PortalUnreachedStep with what the portal showed instead
 */
export function requireAccepted({ decision, sent }: Sent, step: number): void {
  if (decision?.outcome === 'accepted') return;
  throw new PortalUnreachedStep(step, {
    done: sent,
    expected: `le passage à l'étape ${step}`,
    seen: seenOf(decision),
  });
}
