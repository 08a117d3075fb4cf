import type { Page } from '@playwright/test';
import type { Mail } from '../mailbox/mailbox.ts';
import { shownAddress } from '../portal/shown-address.ts';
import type { Exchange, Recorder } from './recorder.ts';
import { formIn, writtenForms } from './written-forms.ts';

/** A place where something must not be read. */
interface Place {
  /** In French: « l'adresse http://… ». */
  readonly name: string;
  readonly text: string;
}

/** Looks for secrets in all that a journey left: addresses, answers, pages, what the browser keeps, mails. */
export class SecretsSeen {
  private readonly recorder: Recorder;
  private readonly page: Page;
  private readonly isOwn: (url: string) => boolean;
  private readonly pages: Place[] = [];

  constructor({
    recorder,
    page,
    isOwn,
  }: { recorder: Recorder; page: Page; isOwn: (url: string) => boolean }) {
    this.recorder = recorder;
    this.page = page;
    this.isOwn = isOwn;
  }

  /** Keeps the page as it stands: what a script drew is in no answer. */
  async keepPage(): Promise<void> {
    const text = await this.page.evaluate(drawnText);
    this.pages.push({
      name: `la page ${shownAddress(this.page.url())}`,
      text: `${this.page.url()}\n${text}`,
    });
  }

  /** Returns in French each place where one of these can be read, each place once. */
  async placesOf(secrets: readonly string[], mails: readonly Mail[]): Promise<string[]> {
    await this.keepPage();
    const exchanges = await this.recorder.since();
    if (exchanges.length === 0)
      throw new Error('Rien n’a été entendu du parcours : il n’y a rien où chercher.');
    const places = [
      ...exchanges.flatMap((exchange) => placesIn(exchange, this.isOwn)),
      ...this.pages,
      ...(await keptBy(this.page)),
      ...mails.map((mail) => ({
        name: `le courriel « ${mail.subject} »`,
        text: [mail.subject, mail.text, mail.html].join('\n'),
      })),
    ];
    const seen = secrets.flatMap((secret) => seenIn(places, secret));
    return [...new Set(seen)];
  }
}

/**
 * Runs in the page: it must stand alone. What a person types in a field is no part of the page, even where a script mirrors
 * it in an attribute; what the portal put there is in its answer.
 */
function drawnText(): string {
  const copy = document.documentElement.cloneNode(true) as HTMLElement;
  for (const field of copy.querySelectorAll('input, textarea')) {
    field.removeAttribute('value');
    field.textContent = '';
  }
  return copy.outerHTML;
}

function seenIn(places: readonly Place[], secret: string): string[] {
  const forms = writtenForms(secret);
  return places.flatMap(({ name, text }) => {
    const form = formIn(text, forms);
    return form === undefined ? [] : [`dans ${withoutForms(name, forms)}, ${form.name}`];
  });
}

/** A finding tells where the password is, not what it is. */
function withoutForms(name: string, forms: ReturnType<typeof writtenForms>): string {
  return forms.reduce((shown, { text }) => shown.replaceAll(text, '…'), name);
}

/** To the portal itself, a password goes in the body of what is sent: there alone it is at its place. */
function placesIn(exchange: Exchange, isOwn: (url: string) => boolean): Place[] {
  const { url, method, sentHeaders, sentBody, headers, body, type } = exchange;
  const where = `${method} ${shownAddress(url)}`;
  const noun = type === 'document' ? 'la page renvoyée' : 'la réponse';
  return [
    { name: `l'adresse ${where}`, text: url },
    { name: `l'adresse dont vient ${where} (Referer)`, text: sentHeaders.referer ?? '' },
    { name: `un cookie envoyé avec ${where}`, text: sentHeaders.cookie ?? '' },
    ...(isOwn(url) ? [] : [{ name: `ce qui est envoyé à un autre site, ${where}`, text: sentBody }]),
    ...headers.map(({ name, value }) => ({
      name: `l'en-tête ${name} de la réponse à ${where}`,
      text: value,
    })),
    { name: `${noun} à ${where}`, text: body },
  ];
}

/** What the next user of the machine would find there. */
async function keptBy(page: Page): Promise<Place[]> {
  const { cookies, origins } = await page.context().storageState();
  const session = await page.evaluate(() => JSON.stringify({ ...sessionStorage })).catch(() => '');
  return [
    ...cookies.map(({ name, value }) => ({ name: `le cookie « ${name} »`, text: value })),
    ...origins.flatMap(({ localStorage }) =>
      localStorage.map(({ name, value }) => ({
        name: `ce que le navigateur garde (localStorage, « ${name} »)`,
        text: value,
      })),
    ),
    { name: 'ce que le navigateur garde (sessionStorage)', text: session },
  ];
}
