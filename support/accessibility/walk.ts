import type { Page } from '@playwright/test';
import type { Means } from '../intents/means.ts';
import type { Place } from '../target/lexicon.ts';

/** Something that a person comes to on the way: a page, or the same page once it has refused what was sent. */
export interface State {
  /** « Étape 1 (identification) », « Étape 1 (identification), refus affiché ». */
  readonly name: string;
  readonly kind: 'page' | 'refus';
  /** The place of the guide it shows, if it is one. */
  readonly place?: Place | undefined;
}

/** What is looked at in each state. */
export type Look = (state: State) => Promise<void>;

/** How far the walk goes out of its way. */
export interface Detours {
  /** Makes a mistake at each step that refuses one, to see how the page says so. */
  readonly refusals: boolean;
}

const WRONG_PASSWORD = 'x';

/**
 * The way of the guide, from the home page to what an account shows, with what is on each page looked at before
 * anything is done there. What the portal accepts or refuses is not judged here: other rules do.
 */
export class Walk {
  private readonly means: Means;
  private readonly page: Page;
  private look: Look = async () => undefined;
  private detours: Detours = { refusals: false };

  constructor(means: Means, page: Page) {
    this.means = means;
    this.page = page;
  }

  /** Goes the whole way. @throws PortalUnreachedStep where the portal does not let one go on */
  async through(look: Look, detours: Detours = { refusals: true }): Promise<void> {
    Object.assign(this, { look, detours });
    const { journey } = this.means;
    await this.identify();
    await this.inform();
    await this.sees('workspaces');
    await journey.passWorkspaces();
    await this.saw('Confirmation de la création');
    await journey.passMail();
    await this.activate();
    if (this.means.target.without.connexion !== undefined) return;
    await this.recover();
    await this.logIn();
    await this.visit();
  }

  /** Called before anything is sent: the page where a code is typed is passed on the way to step 4. */
  async beforeSending(place: Place): Promise<void> {
    if (place === 'code') await this.look({ name: "Saisie du code d'activation", kind: 'page', place });
  }

  private async identify(): Promise<void> {
    const { journey, person, portal } = this.means;
    await journey.toIdentification();
    await this.sees('identification');
    if (this.detours.refusals) {
      await journey.identify({ siret: person.siretWrongAt(13) });
      await this.seesRefusal('identification');
    }
    await journey.identify();
    if (portal.identification.decision?.outcome !== 'accepted') await journey.toInformation();
  }

  /** Each page of step 2, where it is spread over several. */
  private async inform(): Promise<void> {
    const { journey, portal } = this.means;
    const { information, workspaces } = portal;
    await this.sees('information');
    for (let page = 2; await information.goOn(); page += 1)
      await this.saw(`${information.title}, page ${page}`, 'information');
    if (await workspaces.arrived.isVisible()) return;
    if (this.detours.refusals) {
      await journey.complete({ nom: '' });
      await this.seesRefusal('information');
      if (information.decision?.outcome === 'accepted') return;
    }
    await journey.passInformation();
  }

  private async activate(): Promise<void> {
    const { journey, person, portal } = this.means;
    await this.sees('activation');
    if (this.detours.refusals) {
      const { motDePasse } = person.applicant;
      await journey.choosePassword(motDePasse, `${motDePasse}x`);
      await this.seesRefusal('activation');
      if (portal.activation.decision?.outcome === 'accepted') return;
    }
    await journey.passActivation();
    if (!(await portal.login.password.isOffered())) await this.saw('Compte activé');
  }

  private async recover(): Promise<void> {
    const { portal, target } = this.means;
    if (target.without['question-secrete'] !== undefined) return;
    await portal.recovery.open();
    await this.sees('recovery');
  }

  private async logIn(): Promise<void> {
    const { journey, person, portal } = this.means;
    await portal.login.open();
    await this.sees('login');
    if (this.detours.refusals) {
      await journey.logIn(`${person.applicant.motDePasse}${WRONG_PASSWORD}`);
      await this.seesRefusal('login');
      if (portal.login.decision?.outcome === 'accepted') return;
    }
    await journey.passLogin();
  }

  /** What the account shows, and the pages it leads to. */
  private async visit(): Promise<void> {
    const { journey, portal, target } = this.means;
    await this.sees('account');
    if (target.without.espaces === undefined && !(await portal.account.showsSwitches())) {
      const home = this.page.url();
      await portal.account.goToWorkspaces();
      await portal.myWorkspaces.shows();
      await this.saw(portal.myWorkspaces.title, 'myWorkspaces');
      // A page that was sent to come here can't be gone back to: it is opened again, or the way in taken once more.
      await this.page.goto(home);
      if (!(await portal.account.arrived.isVisible())) await journey.passLogin();
    }
    await portal.structure.open();
    await this.sees('structure');
  }

  private async sees(place: Place & keyof Means['portal']): Promise<void> {
    const { title } = this.means.portal[place] as { title: string };
    await this.saw(title, place);
  }

  private async saw(name: string, place?: Place): Promise<void> {
    await this.look({ name, kind: 'page', place });
  }

  private async seesRefusal(place: 'identification' | 'information' | 'activation' | 'login'): Promise<void> {
    const { title, decision } = this.means.portal[place];
    if (decision?.outcome === 'refused')
      await this.look({ name: `${title}, refus affiché`, kind: 'refus', place });
  }
}
