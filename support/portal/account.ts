import type { Locator } from '@playwright/test';
import { anyOf } from './arrival.ts';
import { Choice } from './choice.ts';
import type { DriverContext } from './driver-context.ts';
import { GuidePage } from './guide-page.ts';
import { normalise } from './in-page/normalise.ts';
import { rank } from './in-page/rank.ts';
import { selectorOf } from './selector.ts';
import { WORKSPACES, type Workspace } from './workspaces.ts';

/** The home of a logged-in user: role, open workspaces, entry to deposit an invoice. */
export class AccountPage extends GuidePage<'account'> {
  constructor(context: DriverContext) {
    super(context, 'account');
  }

  override get arrived(): Locator {
    return this.locate('text', 'role').first();
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
    const link = this.locate('link', 'deposit').or(this.locate('button', 'deposit')).first();
    return link.isVisible();
  }

  /** Opens the entry to deposit an invoice; returns what went wrong, nothing when it leads somewhere. */
  async openDeposit(): Promise<string | undefined> {
    const { page, watch, target } = this.context;
    const timeout = target.answerMs;
    const before = page.url();
    const events = [
      page.waitForEvent('popup', { timeout }),
      page.waitForURL((url) => isElsewhere(url, before), { timeout, waitUntil: 'commit' }),
    ];
    const opens = anyOf(events);
    await Promise.all([this.press('deposit'), opens]);
    if (!(await opens)) return `rien d'autre ne s'est ouvert en ${timeout / 1000} s`;
    const status = watch.lastStatus ?? 0;
    return status >= 400 ? `la page « ${await page.title()} », réponse HTTP ${status}` : undefined;
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

  /** Goes to where the workspaces are opened and closed. */
  async goToWorkspaces(): Promise<void> {
    await this.follow('workspaces');
  }

  private async showsOpen(name: Workspace): Promise<boolean> {
    const { page } = this.context;
    const choice = page.locator(selectorOf('choice', [name])).first();
    const search = { page, kind: 'choice', name, where: this.title } as const;
    if ((await choice.count()) > 0) return new Choice(choice, search).isOn();
    return page
      .locator(selectorOf('text', [name]))
      .first()
      .isVisible();
  }
}

/** An empty fragment leads nowhere: « # » is what a link without a destination has. */
function isElsewhere(url: URL, before: string): boolean {
  return url.href.replace(/#$/, '') !== before.replace(/#$/, '');
}
