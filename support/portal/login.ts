import type { Locator } from '@playwright/test';
import { own } from '../target/own.ts';
import { settlesFirst } from './arrival.ts';
import type { DriverContext } from './driver-context.ts';
import { acting } from './explain.ts';
import { FIELD_MS } from './field.ts';
import { fillForm } from './form.ts';
import { GuidePage } from './guide-page.ts';
import { refuseOwnFunction } from './hand.ts';

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
    if (await this.isAsked()) return;
    const { login } = this.context.target;
    if (login !== undefined) return this.openElsewhere(login.url);
    if (!(await this.isOffered())) await this.backHome();
    if (!(await this.isOffered())) await this.forget();
    if (!(await this.isAsked())) await this.follow('open');
    await this.awaitForm();
  }

  /** Where the target says; a browser that is logged in there already is made one that it has never seen. */
  private async openElsewhere(url: string): Promise<void> {
    await this.goTo(url);
    await settlesFirst(this.context.page, this.arrived, FIELD_MS);
    if (!(await this.arrived.isVisible())) {
      await this.clear();
      await this.goTo(url);
    }
    await this.awaitForm();
  }

  private async awaitForm(): Promise<void> {
    const { answerMs } = this.context.target;
    await acting(this.search('button', 'submit'), () => this.arrived.waitFor({ timeout: answerMs }));
  }

  /** A button may bear the name of the one that sends the form, and only lead there. */
  private async isAsked(): Promise<boolean> {
    return (await this.arrived.isVisible()) && (await this.password.isOffered());
  }

  private async isOffered(): Promise<boolean> {
    const way = this.way('open').first();
    return (await way.isVisible()) || (await this.arrived.isVisible());
  }

  private async backHome(): Promise<void> {
    await this.goHome();
    await settlesFirst(this.context.page, this.way('open').or(this.arrived).first(), FIELD_MS);
  }

  /** Leaves nothing of the portal's in the browser: a way to log out has no name in the guide. */
  private async forget(): Promise<void> {
    await this.clear();
    await this.backHome();
  }

  private async clear(): Promise<void> {
    const { page } = this.context;
    await page.evaluate(() => sessionStorage.clear());
    await page.context().setStorageState({ cookies: [], origins: [] });
  }

  private async fill(email: string, password: string): Promise<void> {
    const fill = this.context.target.driver.login?.fill;
    if (fill === undefined)
      return fillForm(this.context.page, [
        [this.email, email],
        [this.password, password],
      ]);
    refuseOwnFunction(this.context.hands, 'driver.login.fill');
    this.email.note(email);
    this.password.note(password);
    await own('driver.login.fill', () => fill(this.context.page, { email, password }));
  }

  /** Logs in with these; the page's decision says whether the account opened. */
  async logIn(email: string, password: string): Promise<void> {
    await this.open();
    await this.fill(email, password);
    await this.send('submit', this.next());
  }
}
