import type { Locator } from '@playwright/test';
import { Finding } from '../failures.ts';
import { hides } from './arrival.ts';
import type { DriverContext } from './driver-context.ts';
import { acting } from './explain.ts';
import type { Field } from './field.ts';
import { GuidePage } from './guide-page.ts';
import type { LoginPage } from './login.ts';
import { shownOn, showsText } from './shown.ts';

/** What a person who forgot their password gives. */
export interface Forgotten {
  readonly email: string;
  readonly question: string;
  readonly answer: string;
  readonly password: string;
}

type Asked = 'email' | 'question' | 'answer' | 'password' | 'confirmation';

/** Address, question and answer, password: as many pages at most as things to say. */
const MOST_PAGES = 4;

/** « Mot de passe oublié ? »: a new password against the answer to the secret question, on one page or several. */
export class RecoveryPage extends GuidePage<'recovery'> {
  readonly email = this.field('email');
  readonly question = this.field('question');
  readonly answer = this.field('answer');
  readonly password = this.field('password');
  readonly confirmation = this.field('confirmation');
  private readonly login: LoginPage;

  constructor(context: DriverContext, login: LoginPage) {
    super(context, 'recovery');
    this.login = login;
  }

  override get arrived(): Locator {
    return this.locate('field', 'email').or(this.locate('field', 'answer')).first();
  }

  /** Opens the page from the login page. @throws Finding when no link leads there */
  async open(): Promise<void> {
    const { answerMs } = this.context.target;
    await this.login.open();
    await this.press('open');
    await hides(this.login.arrived, answerMs);
    await acting(this.search('field', 'email'), () => this.arrived.waitFor({ timeout: answerMs }));
    await this.context.watch.noteBanners();
  }

  /** Gives what each page asks for until the portal says that the password is changed, or refuses. */
  async recover({ email, question, answer, password }: Forgotten): Promise<void> {
    await this.open();
    const left = new Map<Asked, string>([
      ['email', email],
      ['question', question],
      ['answer', answer],
      ['password', password],
      ['confirmation', password],
    ]);
    for (let page = 0; page < MOST_PAGES; page += 1) {
      await this.fillOffered(left);
      const ends = await this.unseenAmong([this.locate('text', 'recovered'), this.login.arrived]);
      await this.send('submit', this.following(left, ends));
      if (this.decision?.outcome !== 'accepted' || (await ends.isVisible())) return;
    }
  }

  /** Fills in what the page asks for, and forgets it. */
  private async fillOffered(left: Map<Asked, string>): Promise<void> {
    for (const [asked, value] of left) {
      const field: Field = this[asked];
      if (!(await field.isOffered())) continue;
      if (asked === 'answer') await this.demandQuestion(left.get('question'));
      await (asked === 'question' ? field.choose(value) : field.fill(value));
      left.delete(asked);
    }
  }

  /** A secret answer is asked with its question: shown, unless it was to be chosen. */
  private async demandQuestion(question: string | undefined): Promise<void> {
    if (question === undefined || showsText(await shownOn(this.context.page), question)) return;
    throw new Finding({
      done: 'Récupération du mot de passe : la réponse à la question secrète a été demandée',
      expected: `la question choisie, « ${question} », affichée ou à choisir`,
      seen: 'la question ne figure pas sur la page',
    });
  }

  /** What shows once the portal takes what was sent: the end, or a page that asks for something else. */
  private following(left: ReadonlyMap<Asked, string>, ends: Locator): Locator {
    const fields = [...left.keys()].filter((asked) => asked !== 'question');
    return fields.reduce((either, asked) => either.or(this.locate('field', asked)), ends).first();
  }
}
