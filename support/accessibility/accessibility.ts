import type { Page } from '@playwright/test';
import { Finding, PortalUnreachedStep } from '../failures.ts';
import type { Means } from '../intents/means.ts';
import { WORKSPACES } from '../portal/workspaces.ts';
import type { Place } from '../target/lexicon.ts';
import { Examination } from './examination.ts';
import { FocusTours } from './focus.ts';
import { Identities } from './identities.ts';
import { Keyboard } from './keyboard.ts';
import { Layouts } from './layouts.ts';
import { Mistakes } from './mistakes.ts';
import { Purposes } from './purposes.ts';
import type { SettingName } from './settings.ts';
import { Switches } from './switches.ts';
import { Walk } from './walk.ts';

/** What is observed of the portal for those who do not see it, or do not hold a mouse: one thing a journey. */
export class Accessibility {
  readonly examination: Examination;
  readonly identities: Identities;
  readonly purposes: Purposes;
  readonly layouts: Layouts;
  readonly tours: FocusTours;
  readonly mistakes: Mistakes;
  readonly switches: Switches;
  private readonly means: Means;
  private needed: Finding | undefined;
  private readonly page: Page;
  private readonly walk: Walk;

  constructor(means: Means, page: Page) {
    this.means = means;
    this.page = page;
    this.walk = new Walk(means, page);
    this.examination = new Examination(page);
    this.identities = new Identities(page);
    this.purposes = new Purposes(page, means.target.lexicon);
    this.layouts = new Layouts(page);
    this.tours = new FocusTours(page);
    this.mistakes = new Mistakes(means, page);
    this.switches = new Switches(page);
  }

  /** Takes note that something is about to be sent from a place. */
  async beforeSending(place: Place): Promise<void> {
    await this.walk.beforeSending(place);
  }

  /** Has axe examine each page and state, in each setting. */
  async examine(settings: readonly SettingName[]): Promise<void> {
    await this.walk.through((state) => this.examination.look(state, settings));
  }

  /** Reads the language and title of each page. */
  async identify(): Promise<void> {
    await this.walk.through((state) => this.identities.look(state), { refusals: false });
  }

  /** Reads what the personal fields announce. */
  async readPurposes(): Promise<void> {
    await this.walk.through((state) => this.purposes.look(state), { refusals: false });
  }

  /** Reads the layout of each page and state, in each setting. */
  async layOut(settings: readonly SettingName[]): Promise<void> {
    await this.walk.through((state) => this.layouts.look(state, settings));
  }

  /**
   * Makes the whole journey at the keyboard, going round each page with Tab first, in each setting; it ends where the
   * keyboard leads no further.
   * @throws PortalUnreachedStep, or Finding, where a mouse leads no further either: it is no matter of keyboard
   */
  async byKeyboard(settings: readonly SettingName[]): Promise<void> {
    const { hands } = this.means.portal;
    hands.inUse = new Keyboard(this.page);
    try {
      await this.walk.through((state) => this.tours.look(state, settings), { refusals: false });
    } catch (error) {
      hands.inUse = undefined;
      if (!(error instanceof Finding || error instanceof PortalUnreachedStep)) throw error;
      await this.againByMouse();
      const { done, expected, seen } = error.observation;
      this.needed = new Finding({
        done: `Au clavier seul — ${done}`,
        expected,
        seen: `${seen} ; à la souris, le parcours va à son terme`,
      });
    }
  }

  /** Why a mouse was needed, once the journey was made at the keyboard; nothing where none was. */
  get mouseNeeded(): Finding | undefined {
    return this.needed;
  }

  private async againByMouse(): Promise<void> {
    const { journey, person, target } = this.means;
    person.drawn(person.applicant.company.family);
    await journey.toIdentification();
    await journey.toActiveAccount();
    if (target.without.connexion === undefined) await journey.passLogin();
  }

  /** Makes mistakes, by the names that a feature gives them. @throws PortalUnreachedStep when none is refused */
  async makeMistakes(names: readonly string[]): Promise<void> {
    for (const name of names) await this.mistakes.make(name);
    if (this.mistakes.refused.length > 0) return;
    throw new PortalUnreachedStep(1, {
      done: `Des erreurs ont été faites dans la saisie : ${names.join(', ')}`,
      expected: 'au moins un refus',
      seen: 'aucun',
    });
  }

  /** Turns each box of step 2, then each workspace, on and off. */
  async turnSwitches(): Promise<void> {
    const { journey, portal, target } = this.means;
    const { information, workspaces } = portal;
    await journey.toInformation();
    const boxes = [information.survey, information.paymentRequests, information.dume];
    for (const box of boxes) await this.switches.look(`${information.title}`, [box]);
    await journey.passInformation();
    if (target.without.espaces !== undefined) return;
    await this.switches.look(
      workspaces.title,
      WORKSPACES.map((name) => workspaces.workspace(name)),
    );
  }
}
