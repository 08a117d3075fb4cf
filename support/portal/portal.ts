import type { Locator, Page } from '@playwright/test';
import { PortalUnreachedStep } from '../failures.ts';
import type { Target } from '../target/target.ts';
import { AccountPage } from './account.ts';
import { ActivationPage } from './activation.ts';
import { type Sent, seenOf } from './decision.ts';
import type { DriverContext } from './driver-context.ts';
import { IdentificationPage } from './identification.ts';
import { InformationPage } from './information.ts';
import { LoginPage } from './login.ts';
import { NewLinkPage } from './new-link.ts';
import { PageWatch } from './page-watch.ts';
import { RecoveryPage } from './recovery.ts';
import { type Shown, shownOn } from './shown.ts';
import { StructurePage } from './structure.ts';
import { Transit } from './transit.ts';
import { WorkspacesPage } from './workspaces.ts';

/** The portal under test, driven as the guide describes it. */
export class Portal {
  readonly identification: IdentificationPage;
  readonly information: InformationPage;
  readonly workspaces: WorkspacesPage;
  readonly activation: ActivationPage;
  readonly login: LoginPage;
  readonly account: AccountPage;
  readonly newLink: NewLinkPage;
  readonly recovery: RecoveryPage;
  readonly structure: StructurePage;
  /** What is sent past the browser's own checks. */
  readonly transit: Transit;

  private readonly page: Page;

  constructor(page: Page, target: Target, url: string, onStep: (name: string) => Promise<void>) {
    this.page = page;
    const context: DriverContext = {
      page,
      target,
      url: url.replace(/\/$/, ''),
      onStep,
      watch: new PageWatch(page),
    };
    this.account = new AccountPage(context);
    this.transit = new Transit(page);
    this.login = new LoginPage(context, () => this.account.arrived);
    this.newLink = new NewLinkPage(context, this.login);
    this.recovery = new RecoveryPage(context, this.login);
    this.structure = new StructurePage(context, this.account);
    this.activation = new ActivationPage(context, () => this.afterActivation);
    this.workspaces = new WorkspacesPage(context);
    this.information = new InformationPage(context, () => this.workspaces.arrived);
    this.identification = new IdentificationPage(context, () => this.information.arrived);
  }

  /** Says in French which page shows. */
  async pageShown(): Promise<string> {
    return `page « ${(await this.page.title()) || 'sans titre'} » à l'adresse ${this.page.url()}`;
  }

  /** Reads all that the page shows: text, and what its fields hold. */
  async shown(): Promise<Shown> {
    return shownOn(this.page);
  }

  private get afterActivation(): Locator {
    return this.login.arrived.or(this.account.arrived).first();
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
