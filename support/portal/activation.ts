import type { Locator } from '@playwright/test';
import type { DriverContext } from './driver-context.ts';
import { GuidePage } from './guide-page.ts';

/** What an account is activated with. */
export interface Secrets {
  readonly password: string;
  /** The password again, unless told otherwise. */
  readonly confirmation?: string;
  readonly question: string;
  readonly answer: string;
}

/** Step 4: « Activation du compte utilisateur ». */
export class ActivationPage extends GuidePage<'activation'> {
  readonly password = this.field('password');
  readonly confirmation = this.field('confirmation');
  readonly question = this.field('question');
  readonly answer = this.field('answer');
  private readonly next: () => Locator;

  constructor(context: DriverContext, next: () => Locator) {
    super(context, 'activation');
    this.next = next;
  }

  override get arrived(): Locator {
    return this.locate('field', 'confirmation').first();
  }

  /** What says that the account is active. */
  get activated(): Locator {
    return this.locate('text', 'activated').first();
  }

  /** Opens the link of the activation mail, wherever it leads. */
  async openFrom(link: string): Promise<void> {
    await this.goTo(link);
  }

  /** Returns whether the page is this one. */
  async isShown(): Promise<boolean> {
    return this.arrived.isVisible();
  }

  /** Returns whether the page bears this one's name: others too let a password be chosen. */
  async isNamed(): Promise<boolean> {
    return this.locate('text', 'title').first().isVisible();
  }

  /** Chooses a password, with question and answer where the target has them, and validates. */
  async activate({ password, confirmation = password, question, answer }: Secrets): Promise<void> {
    await this.password.fill(password);
    await this.confirmation.fill(confirmation);
    if (this.context.target.without['question-secrete'] === undefined) {
      await this.question.choose(question);
      await this.answer.fill(answer);
    }
    await this.send('submit', this.activated.or(this.next()).first());
  }
}
