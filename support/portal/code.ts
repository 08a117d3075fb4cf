import type { Locator } from '@playwright/test';
import { anyOf } from './arrival.ts';
import type { Decision } from './decision.ts';
import type { DriverContext } from './driver-context.ts';
import { acting } from './explain.ts';
import { FIELD_MS } from './field.ts';
import { GuidePage } from './guide-page.ts';

/** A field that shows another code than the one typed has refused it, to the eyes of who types. */
const CUT_SHORT: Decision = { outcome: 'refused', signs: ['le champ ne garde pas le code tel que saisi'] };

/** Where the code of the activation mail is typed: reached from the home page, in any browser. */
export class CodePage extends GuidePage<'code'> {
  readonly email = this.field('email');
  readonly code = this.field('code');
  private readonly next: () => Locator;

  constructor(context: DriverContext, next: () => Locator) {
    super(context, 'code');
    this.next = next;
  }

  override get arrived(): Locator {
    return this.locate('field', 'code').first();
  }

  override get sent(): string {
    return `${this.title} : le code a été envoyé`;
  }

  /** Types a code, as whoever comes from their mail program: nothing of an earlier visit shows. */
  async enter(code: string, email: string): Promise<void> {
    await this.reach();
    if (await this.email.isOffered()) await this.email.fill(email);
    await this.code.fill(code);
    if (significant(await this.code.value()) !== significant(code)) return this.note(CUT_SHORT);
    await this.send('submit', this.next());
  }

  /** A portal that knows who comes back may show the field at once. */
  private async reach(): Promise<void> {
    await this.goHome();
    const { answerMs } = this.context.target;
    await anyOf([
      this.way('open').first().waitFor({ timeout: FIELD_MS }),
      this.arrived.waitFor({ timeout: FIELD_MS }),
    ]);
    if (!(await this.arrived.isVisible())) await this.press('open');
    await acting(this.search('field', 'code'), () => this.arrived.waitFor({ timeout: answerMs }));
    await this.context.watch.noteBanners();
  }
}

/** How a field spaces a code is its own choice. */
function significant(code: string): string {
  return code.replace(/[^\p{L}\d]/gu, '').toUpperCase();
}
