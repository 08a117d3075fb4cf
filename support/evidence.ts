import type { Page } from '@playwright/test';
import type { Correspondence } from './correspondence.ts';
import { FAILURE_MEDIA_TYPE, failureOf } from './failures.ts';

/** Adds a piece to what the runner writes in its messages and reports. */
export type Attach = (body: string | Buffer, mediaType: string, name: string) => Promise<void>;

/**
 * Keeps the proofs of a scenario. A picture costs 30 to 60 ms: only whole journeys get one for each step; any
 * other scenario gets one where it fails.
 */
export class Evidence {
  private readonly page: Page;
  private readonly attach: Attach;
  private readonly eachStep: boolean;

  constructor(page: Page, attach: Attach, eachStep: boolean) {
    this.page = page;
    this.attach = attach;
    this.eachStep = eachStep;
  }

  /** Takes a picture of a step about to be validated, where each step is wanted. */
  async step(name: string): Promise<void> {
    if (this.eachStep) await this.picture(name);
  }

  /** Keeps the mails read, where each step is wanted. */
  async mails(correspondence: Correspondence): Promise<void> {
    if (this.eachStep) await this.lastMail(correspondence);
  }

  /** Keeps the names of mails that came besides those awaited. */
  async otherMails(names: readonly string[]): Promise<void> {
    await this.text('Autres courriels', names.join('\n'));
  }

  /** Keeps a text for who reads the report. */
  async text(name: string, text: string): Promise<void> {
    await this.attach(text, 'text/plain', `${name}.txt`);
  }

  /** Writes the structured failure, then the proofs, as far as the browser still gives them. */
  async failure(
    error: unknown,
    requirement: string | undefined,
    correspondence: Correspondence,
  ): Promise<void> {
    await this.attach(JSON.stringify(failureOf(error, requirement)), FAILURE_MEDIA_TYPE, 'constat.json');
    if (!this.page.isClosed()) await this.picture('Au moment du constat').catch(() => undefined);
    await this.lastMail(correspondence).catch(() => undefined);
  }

  /** Writes, after a failure, that the target or its mailbox is gone: it takes the failure's place. */
  async lost(sentence: string): Promise<void> {
    await this.attach(
      JSON.stringify({ kind: 'harness', sentence, lost: true }),
      FAILURE_MEDIA_TYPE,
      'arret.json',
    );
  }

  private async picture(name: string): Promise<void> {
    const body = await this.page.screenshot({ fullPage: true, type: 'png', timeout: 5_000 });
    await this.attach(body, 'image/png', `${name}.png`);
  }

  private async lastMail(correspondence: Correspondence): Promise<void> {
    const mail = correspondence.lastRead;
    if (mail === undefined) return;
    await this.attach(await correspondence.raw(mail), 'message/rfc822', "Courriel d'activation.eml");
  }
}
