import type { Locator } from '@playwright/test';
import { settlesFirst } from './arrival.ts';
import type { DriverContext } from './driver-context.ts';
import { FIELD_MS } from './field.ts';
import { GuidePage } from './guide-page.ts';
import { normalise } from './in-page/normalise.ts';
import { rank } from './in-page/rank.ts';
import type { Opening } from './opening.ts';
import { selectorOf } from './selector.ts';
import { switchOf, WORKSPACES, type Workspace } from './workspaces.ts';

/** The home of a logged-in user: role, open workspaces, entry to deposit an invoice. */
export class AccountPage extends GuidePage<'account'> {
  constructor(context: DriverContext) {
    super(context, 'account');
  }

  override get arrived(): Locator {
    return this.locate('text', 'role').first();
  }

  /** Returns whether the page just opened is the account of somebody, once it has said what it has to say. */
  async isShown(): Promise<boolean> {
    await settlesFirst(this.context.page, this.arrived, FIELD_MS);
    return this.arrived.isVisible();
  }

  /** Returns what the page says of the role, as a person reads it. */
  async roleShown(): Promise<string> {
    const text = await this.arrived.locator('xpath=..').innerText();
    return text.replace(/\s+/g, ' ').trim();
  }

  /** Returns the workspaces shown as open: switched on where they are switches, named where they are not. */
  async openWorkspaces(): Promise<Workspace[]> {
    const shown = await Promise.all(WORKSPACES.map((name) => this.showsOpen(name)));
    return WORKSPACES.filter((_, index) => shown[index]);
  }

  /** Returns whether the entry to deposit an invoice is there. */
  async offersDeposit(): Promise<boolean> {
    return this.deposit.isVisible();
  }

  /** Opens the entry to deposit an invoice, and returns what came of it. @throws Finding when there is none */
  async openDeposit(): Promise<Opening> {
    return this.openingOf(this.deposit, this.search('way', 'deposit'));
  }

  /** Opens the page where the structure is edited. @throws Finding when nothing leads there */
  async openStructure(): Promise<void> {
    await this.press('structure');
  }

  /** Returns whether the role shown is main manager; a simple user's page may well name the main manager elsewhere. */
  async isMainManager(): Promise<boolean> {
    const role = normalise(await this.roleShown());
    return this.names('mainManager').some((name) => rank(role, normalise(name)) > 0);
  }

  /** Returns whether the workspaces are opened and closed on this very page. */
  async showsSwitches(): Promise<boolean> {
    return switchOf(this.context, WORKSPACES[0], this.title).isThere();
  }

  /** Goes to where the workspaces are opened and closed. */
  async goToWorkspaces(): Promise<void> {
    await this.press('workspaces');
  }

  private get deposit(): Locator {
    return this.way('deposit').first();
  }

  private async showsOpen(name: Workspace): Promise<boolean> {
    const choice = switchOf(this.context, name, this.title);
    if (await choice.isThere()) return choice.isOn();
    const { page } = this.context;
    return page
      .locator(selectorOf('text', [name]))
      .first()
      .isVisible();
  }
}
