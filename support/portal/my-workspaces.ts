import type { Locator } from '@playwright/test';
import type { AccountPage } from './account.ts';
import type { Choice } from './choice.ts';
import type { DriverContext } from './driver-context.ts';
import { acting } from './explain.ts';
import { GuidePage } from './guide-page.ts';
import { selectorOf } from './selector.ts';
import { switchOf, WORKSPACES, type Workspace } from './workspaces.ts';

/** The workspaces as an account changes them: on its home page, or where its link leads. */
export class MyWorkspacesPage extends GuidePage<'myWorkspaces'> {
  private readonly account: AccountPage;

  constructor(context: DriverContext, account: AccountPage) {
    super(context, 'myWorkspaces');
    this.account = account;
  }

  override get arrived(): Locator {
    return this.locate('text', 'saved').first();
  }

  /** Opens one workspace, closes another, and saves where the portal asks to. */
  async change({ opened, closed }: { opened: Workspace; closed: Workspace }): Promise<void> {
    if (!(await this.workspace(opened).isThere())) await this.account.goToWorkspaces();
    await this.workspace(opened).set(true);
    await this.workspace(closed).set(false);
    if (await this.locate('button', 'submit').first().isVisible())
      await this.send('submit', await this.unseenAmong([this.arrived, this.account.arrived]));
    const { watch } = this.context;
    await watch.until(() => !watch.isWaiting);
  }

  /** Waits until the workspaces show. @throws Finding when they don't */
  async shows(): Promise<void> {
    const [name] = WORKSPACES;
    const { page, target } = this.context;
    const sign = page.locator(selectorOf('text', [name])).first();
    await acting({ page, kind: 'text', name, where: this.title }, () =>
      sign.waitFor({ timeout: target.answerMs }),
    );
    await this.context.watch.noteBanners();
  }

  private workspace(name: Workspace): Choice {
    return switchOf(this.context, name, this.title);
  }
}
