import type { Locator } from '@playwright/test';
import { hides } from './arrival.ts';
import type { DriverContext } from './driver-context.ts';
import { acting } from './explain.ts';
import { GuidePage } from './guide-page.ts';
import type { LoginPage } from './login.ts';

/** Where a lost or expired activation link is asked for again. */
export class NewLinkPage extends GuidePage<'newLink'> {
  readonly email = this.field('email');
  private readonly login: LoginPage;

  constructor(context: DriverContext, login: LoginPage) {
    super(context, 'newLink');
    this.login = login;
  }

  override get arrived(): Locator {
    return this.locate('field', 'email').first();
  }

  /** Asks for another link, from the page shown where it offers to, else from the login page. */
  async ask(email: string): Promise<void> {
    const { answerMs } = this.context.target;
    if (!(await this.way('open').first().isVisible())) await this.login.open();
    await this.press('open');
    await hides(this.login.arrived, answerMs);
    await acting(this.search('field', 'email'), () => this.arrived.waitFor({ timeout: answerMs }));
    await this.context.watch.noteBanners();
    await this.email.fill(email);
    await this.send('submit', this.locate('text', 'sent').first());
  }
}
