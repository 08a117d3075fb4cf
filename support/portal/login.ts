import type { Locator } from '@playwright/test';
import { settlesFirst } from './arrival.ts';
import type { DriverContext } from './driver-context.ts';
import { acting } from './explain.ts';
import { FIELD_MS } from './field.ts';
import { fillForm } from './form.ts';
import { GuidePage } from './guide-page.ts';

/** The login page, reached as a person reaches it: by the link of the page shown, else by the home page's. */
export class LoginPage extends GuidePage<'login'> {
  readonly email = this.field('email');
  readonly password = this.field('password');
  private readonly next: () => Locator;

  constructor(context: DriverContext, next: () => Locator) {
    super(context, 'login');
    this.next = next;
  }

  override get arrived(): Locator {
    return this.locate('button', 'submit').first();
  }

  override get sent(): string {
    return `${this.title} : l'adresse « ${this.email.lastTyped} » et un mot de passe ont été envoyés`;
  }

  /** Opens the login page; in a browser that the portal knows as logged in, as one that it has never seen. */
  async open(): Promise<void> {
    if (await this.arrived.isVisible()) return;
    if (!(await this.isOffered())) await this.backHome();
    if (!(await this.isOffered())) await this.forget();
    if (!(await this.arrived.isVisible())) await this.follow('open');
    const { answerMs } = this.context.target;
    await acting(this.search('button', 'submit'), () => this.arrived.waitFor({ timeout: answerMs }));
  }

  private async isOffered(): Promise<boolean> {
    const way = this.locate('link', 'open').first();
    return (await way.isVisible()) || (await this.arrived.isVisible());
  }

  private async backHome(): Promise<void> {
    await this.goHome();
    await settlesFirst(this.context.page, this.locate('link', 'open').or(this.arrived).first(), FIELD_MS);
  }

  /** Leaves nothing of the portal's in the browser: a way to log out has no name in the guide. */
  private async forget(): Promise<void> {
    const { page } = this.context;
    await page.evaluate(() => sessionStorage.clear());
    await page.context().setStorageState({ cookies: [], origins: [] });
    await this.backHome();
  }

  /** Logs in with these; the page's decision says whether the account opened. */
  async logIn(email: string, password: string): Promise<void> {
    await this.open();
    await fillForm(this.context.page, [
      [this.email, email],
      [this.password, password],
    ]);
    await this.send('submit', this.next());
  }
}
