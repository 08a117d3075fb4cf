import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { errors, type Page } from '@playwright/test';
import { raisonSocialeOf } from '../../fixtures/company.ts';
import type { Seeds } from '../../fixtures/draw.ts';
import { Accounts } from '../accounts.ts';
import { Answers } from '../answers.ts';
import { Correspondence } from '../correspondence.ts';
import type { Environment } from '../environment.ts';
import { Finding } from '../failures.ts';
import { Person } from '../person.ts';
import { calm } from '../portal/calm.ts';
import { PageWatch } from '../portal/page-watch.ts';
import { pairWanted } from '../portal/pair.ts';
import { Portal } from '../portal/portal.ts';
import { selectorOf, wantedOf } from '../portal/selector.ts';
import { shownAddress } from '../portal/shown-address.ts';
import { goneIn, PortalLost } from '../portal-lost.ts';
import { type Lexicon, type Place, shownName } from '../target/lexicon.ts';
import type { Target } from '../target/target.ts';
import { diagnose, type EntryReport, namesOf, soughtOf } from './diagnosis.ts';
import { type Inventory, inventoryExpression, type Request } from './in-page/inventory.ts';
import { kindsOf } from './sought.ts';

/** How long a page must be still before it is read, and before it is believed to have answered, in milliseconds. */
const READ_MS = 150;
const ANSWERED_MS = 700;

/** What a mail may take here: a person is waiting. */
export const MAIL_MS = 10_000;

/** Ways that stand on many pages: what bears their name is theirs. */
const WAYS_ABOUT: ReadonlyArray<readonly [Place, string]> = [
  ['identification', 'withoutSiret'],
  ['information', 'help'],
  ['login', 'open'],
  ['newLink', 'open'],
  ['recovery', 'open'],
  ['code', 'open'],
];

/** What a journey of the doctor is made with. */
export interface Means {
  readonly page: Page;
  readonly environment: Environment;
  readonly seeds: Seeds;
  /** Under which a person is drawn, and their account listed: another name, another person. */
  readonly name: string;
  /** Where its pictures go; nothing else is there. */
  readonly folder: string;
}

/** What was seen of a page on the way. */
export interface Sight {
  readonly reports: readonly EntryReport[];
  /** In French, which page it was. */
  readonly shown: string;
  readonly picture: string;
}

/** A browser at the portal, and all that is known of the portal's words so far: what is learnt is used at once. */
export class Stand {
  readonly page: Page;
  readonly person: Person;
  readonly answers: Answers;
  readonly mail: Correspondence;
  /** Called just before a form is sent. */
  beforeSending: (place: Place) => Promise<void> = async () => undefined;
  private readonly means: Means;
  private readonly watch: PageWatch;
  private readonly accounts: Accounts;
  /** The entries found by their names on some page: another page may have another name for them. */
  private readonly met = new Set<string>();
  private lexicon: Lexicon;
  private driver: Portal;
  private pictures = 0;

  constructor(means: Means) {
    const { page, environment, seeds, name } = means;
    const { target, mailbox, url } = environment;
    this.means = means;
    this.page = page;
    this.watch = new PageWatch(page);
    this.person = new Person({ target, seeds, scenario: name });
    this.accounts = new Accounts(name);
    this.answers = new Answers({ person: this.person, target });
    this.lexicon = target.lexicon;
    const deadlineMs = Math.min(MAIL_MS, target.mail.deadlineMs);
    this.mail = new Correspondence(mailbox, { ...target, mail: { ...target.mail, deadlineMs } }, url);
    this.driver = this.newDriver();
  }

  /** The target as its file describes it. */
  get target(): Target {
    return this.means.environment.target;
  }

  /** The portal's address, as it is declared. */
  get url(): string {
    return this.means.environment.url;
  }

  /** The words known so far, for an entry. */
  namesOf(place: Place, entry: string): readonly string[] {
    return namesOf(this.lexicon, place, entry);
  }

  /** The driver, with the words known so far. */
  get portal(): Portal {
    return this.driver;
  }

  /** What was drawn for the person, none of which is a word of the portal's. */
  get drawn(): readonly string[] {
    const { email, nom, prenom, siret, company } = this.person.applicant;
    return [email, nom, prenom, siret, raisonSocialeOf(company)];
  }

  /** Waits until the page is still, and says what it shows of these entries; what is guessed is learnt. */
  async see(place: Place, entries: readonly string[], areNeeded = false): Promise<EntryReport[]> {
    const inventory = await this.take(place, entries);
    const { lexicon, drawn } = this;
    const reports = diagnose({ place, entries, inventory, lexicon, drawn, areNeeded });
    await this.learn(reports);
    return reports;
  }

  /** Takes a picture of the page, and says what was seen of it. */
  async keep(name: string, reports: readonly EntryReport[]): Promise<Sight> {
    this.pictures += 1;
    const picture = join(this.means.folder, `${this.pictures}-${name}.png`);
    const body = await this.page.screenshot({ fullPage: true, type: 'png', timeout: 5_000 });
    writeFileSync(picture, body);
    return { reports, shown: await this.driver.pageShown(), picture };
  }

  /** Returns the entries of these that the page shows, whatever else it shows. */
  async shownAmong(place: Place, entries: readonly string[]): Promise<string[]> {
    const { matches } = await this.take(place, entries);
    return entries.filter((entry) => (matches[entry] ?? []).length > 0);
  }

  /** Follows the link, or presses the button, of an entry that the page shows, and waits until the page is still. */
  async press(place: Place, entry: string): Promise<void> {
    const names = namesOf(this.lexicon, place, entry);
    const link = this.page.locator(selectorOf('link', names));
    const way = (await link.count()) > 0 ? link : this.page.locator(selectorOf('button', names));
    await this.moving(`« ${shownName(names)} » a été suivi`, () =>
      way.first().click({ timeout: this.target.answerMs }),
    );
    await this.settle(READ_MS);
  }

  /** Opens an address, and waits until the page is still. */
  async open(address: string): Promise<void> {
    await this.moving(`L'adresse ${shownAddress(address)} a été ouverte`, () =>
      this.page.goto(address, { timeout: this.target.answerMs }),
    );
    await this.settle(READ_MS);
  }

  /** Becomes a browser that the portal has never seen. */
  async forget(): Promise<void> {
    await this.page.evaluate(() => sessionStorage.clear());
    await this.page.context().setStorageState({ cookies: [], origins: [] });
  }

  /** @throws Finding when the portal does not answer in time, PortalLost when it is gone */
  private async moving(done: string, move: () => Promise<unknown>): Promise<void> {
    try {
      await move();
    } catch (error) {
      const gone = goneIn((error as Error).message);
      if (gone !== undefined) throw new PortalLost(gone);
      if (!(error instanceof errors.TimeoutError)) throw error;
      throw new Finding({ done, expected: 'une page', seen: `aucune en ${this.target.answerMs / 1_000} s` });
    }
  }

  private async take(place: Place, entries: readonly string[]): Promise<Inventory> {
    await this.settle(READ_MS);
    const about = WAYS_ABOUT.filter(([other, entry]) => other !== place || !entries.includes(entry));
    const requests = [
      ...entries.map((entry) => this.request(place, entry, entry)),
      ...about.map(([other, entry]) => this.request(other, entry, `${other}.${entry}`)),
    ];
    return this.page.evaluate<Inventory>(inventoryExpression(requests));
  }

  private request(place: Place, entry: string, key: string): Request {
    const { as } = soughtOf(place, entry);
    const names = namesOf(this.lexicon, place, entry);
    const all = Object.keys(this.lexicon[place]);
    const others = as === 'field' ? all.filter((other) => other !== entry) : [];
    return {
      key,
      kinds: kindsOf(as),
      wanted: wantedOf(
        names,
        others.flatMap((other) => namesOf(this.lexicon, place, other)),
      ),
      ...(as === 'choice' ? { pair: pairWanted(names, this.lexicon) } : {}),
    };
  }

  /** The driver finds things by names it is given once: another takes over with those learnt. */
  private async learn(reports: readonly EntryReport[]): Promise<void> {
    for (const { place, entry, found } of reports) if (found.length > 0) this.met.add(`${place}.${entry}`);
    const guesses = reports.filter(({ guess }) => guess !== undefined);
    if (guesses.length === 0) return;
    for (const report of guesses) {
      const words = { ...this.lexicon[report.place], [report.entry]: this.namesLearnt(report) };
      this.lexicon = { ...this.lexicon, [report.place]: words };
    }
    this.driver = this.newDriver();
    await this.driver.takeOver();
  }

  private namesLearnt({ place, entry, guess }: EntryReport): readonly string[] {
    const before = this.met.has(`${place}.${entry}`) ? namesOf(this.lexicon, place, entry) : [];
    this.met.add(`${place}.${entry}`);
    return [...before, guess?.name ?? ''];
  }

  private newDriver(): Portal {
    const { page, environment } = this.means;
    const { pace } = environment;
    const target = { ...this.target, lexicon: this.lexicon };
    return new Portal(page, target, environment.url, {
      onStep: async (_, place) => {
        await this.beforeSending(place);
        if (place === 'identification') this.accounts.sending(this.person.applicant);
      },
      onSent: (place, decision) => this.accounts.note(place, decision, this.person.applicant),
      onBrake: (brake) => pace.brake(brake, undefined),
      usual: () => this.answers.usual,
      stillness: () => this.settle(ANSWERED_MS),
    });
  }

  private async settle(quietMs: number): Promise<void> {
    await calm(this.page, this.watch, { quietMs, timeoutMs: this.target.answerMs });
  }
}
