import type { Locator } from '@playwright/test';
import type { Tried } from '../rounds.ts';
import { own } from '../target/own.ts';
import { hides, settlesFirst } from './arrival.ts';
import type { Decision } from './decision.ts';
import type { DriverContext } from './driver-context.ts';
import type { Field } from './field.ts';
import { type Entered, fillForm } from './form.ts';
import { GuidePage } from './guide-page.ts';

/** What an account is activated with. */
export interface Secrets {
  readonly password: string;
  /** The password again, unless told otherwise. */
  readonly confirmation?: string;
  readonly question: string;
  readonly answer: string;
}

/** What can be left empty beside the password. */
export type SecretField = 'question' | 'answer' | 'both';

/** Returns the field that a feature names. @throws RangeError when it names none */
export function secretField(name: string): SecretField {
  if (name === 'la question secrète') return 'question';
  if (name === 'la réponse') return 'answer';
  if (name === 'les deux') return 'both';
  throw new RangeError(`Champ inconnu : « ${name} » (connus : la question secrète, la réponse, les deux)`);
}

const NO_EMPTY_ANSWER: Decision = { outcome: 'refused', signs: ["la liste n'offre aucune réponse vide"] };

/** Step 4: « Activation du compte utilisateur ». */
export class ActivationPage extends GuidePage<'activation'> {
  readonly password = this.field('password');
  readonly confirmation = this.field('confirmation');
  readonly question = this.field('question');
  readonly answer = this.field('answer');
  /** What the page recalls of the account. */
  readonly recalled = {
    email: this.reading('email'),
    contactEmail: this.reading('contactEmail'),
    nom: this.reading('nom'),
    prenom: this.reading('prenom'),
  };
  readonly strength = this.reading('strength');
  private readonly next: () => readonly Locator[];

  constructor(context: DriverContext, next: () => readonly Locator[]) {
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

  /** Opens the link of the activation mail, wherever it leads: afresh, as from a mail program. */
  async openFrom(link: string): Promise<void> {
    const { page, watch, target, confidences } = this.context;
    confidences?.tellLink(link);
    const refused = watch.refusals();
    // Two links may differ by their fragment only: the browser would not open the second.
    if (withoutFragment(link) === withoutFragment(page.url())) await page.goto('about:blank');
    await this.openLink(link);
    await settlesFirst(page, this.arrived.or(refused).first(), target.answerMs);
    await watch.noteBanners();
  }

  private async openLink(link: string): Promise<void> {
    const { page, target } = this.context;
    const open = target.driver.activation?.open;
    if (open === undefined) await this.goTo(link);
    else await own('driver.activation.open', () => open(page, link));
  }

  /** Returns how the portal answered a link just opened; `undefined` when it lets one choose a password. */
  async answerToLink(): Promise<Decision | undefined> {
    const { page, watch } = this.context;
    if (await this.isShown()) return undefined;
    if (await this.activated.isVisible()) return { outcome: 'accepted' };
    const status = watch.lastStatus ?? 0;
    if (status >= 500)
      return { outcome: 'undecided', seen: `le portail répond par une erreur HTTP ${status}` };
    return { outcome: 'refused', signs: [await page.title()] };
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
  async activate(secrets: Partial<Secrets>): Promise<void> {
    await this.fill(secrets);
    await this.validate();
  }

  /** Question and answer, tried together: a row names the one that is left empty. */
  get secrets(): Tried {
    const page = this;
    const name = `${this.question.search.name} » et « ${this.answer.search.name}`;
    return {
      search: { ...this.question.search, name },
      typed: 'laissée vide',
      get decision() {
        return page.decision;
      },
    };
  }

  /** Activates with one thing, or both, left empty; a list without an empty answer has refused that by itself. */
  async activateWithout(empty: SecretField, secrets: Secrets): Promise<void> {
    await fillForm(this.context.page, [
      [this.password, secrets.password],
      [this.confirmation, secrets.password],
    ]);
    if (empty === 'answer') await this.question.choose(secrets.question);
    else if (!(await this.question.leaveEmpty())) return this.note(NO_EMPTY_ANSWER);
    if (empty === 'question') await this.answer.fill(secrets.answer);
    else await this.answer.leaveEmpty();
    await this.validate();
  }

  /** Fills in all that activates, then goes back instead; returns whether the page was left. */
  async goBack(secrets: Secrets): Promise<boolean> {
    await this.fill(secrets);
    await this.press('previous');
    const { page, target } = this.context;
    if (!(await hides(this.arrived, target.answerMs))) return false;
    // Between two documents nothing shows: the page that follows has the last word.
    await settlesFirst(page, this.arrived, target.answerMs);
    return !(await this.isShown());
  }

  /** Types each password in turn and returns the strength shown for it. */
  async strengthsTyped(passwords: readonly string[]): Promise<Array<string | undefined>> {
    const shown: Array<string | undefined> = [];
    let before = await this.strength.shown();
    for (const password of passwords) {
      await this.password.type(password);
      before = await this.strength.shownAfter(before);
      shown.push(before);
    }
    return shown;
  }

  /** Sends each password with another confirmation and returns the strength shown after the refusal. */
  async strengthsSent(passwords: readonly string[], secrets: Secrets): Promise<Array<string | undefined>> {
    const shown: Array<string | undefined> = [];
    for (const password of passwords) {
      await this.activate({ ...secrets, password, confirmation: `${password}x` });
      shown.push(await this.strength.shown());
    }
    return shown;
  }

  /** What is not given is left as it is. */
  private async fill(given: Partial<Secrets>): Promise<void> {
    const { password, confirmation = password, question, answer } = given;
    const { page, target } = this.context;
    const asksQuestion = target.without['question-secrete'] === undefined;
    await fillForm(page, [
      ...entered(this.password, password),
      ...entered(this.confirmation, confirmation),
      ...(asksQuestion ? entered(this.question, question, (field, text) => field.choose(text)) : []),
      ...(asksQuestion ? entered(this.answer, answer) : []),
    ]);
  }

  private async validate(): Promise<void> {
    await this.send('submit', await this.unseenAmong([this.activated, ...this.next()]));
  }
}

function entered(field: Field, value: string | undefined, otherwise?: Entered[2]): Entered[] {
  return value === undefined ? [] : [[field, value, otherwise]];
}

function withoutFragment(address: string): string {
  return address.split('#')[0] ?? '';
}
