import type { Locator } from '@playwright/test';
import type { DriverContext } from './driver-context.ts';
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

  /** Opens the login page. */
  async open(): Promise<void> {
    if (await this.arrived.isVisible()) return;
    if (!(await this.locate('link', 'open').first().isVisible())) await this.goTo(`${this.context.url}/`);
    await this.follow('open');
    await this.arrived.waitFor({ timeout: this.context.target.answerMs });
  }

  /** Logs in with these; the page's decision says whether the account opened. */
  async logIn(email: string, password: string): Promise<void> {
    await this.open();
    await this.email.fill(email);
    await this.password.fill(password);
    await this.send('submit', this.next());
  }
}
