import type { Strengths } from '../matchers/strength.ts';
import type { SecretField } from '../portal/activation.ts';
import type { Means } from './means.ts';

/** What is tried at step 4 beside choosing one's password. */
export class Passwords {
  private readonly means: Pick<Means, 'journey' | 'person' | 'portal'>;
  private read: Strengths = { passwords: [], shown: [] };

  constructor(means: Passwords['means']) {
    this.means = means;
  }

  /** Chooses the person's password, confirmed otherwise. */
  async confirmOtherwise(alter: (password: string) => string): Promise<void> {
    const { motDePasse } = this.means.person.applicant;
    await this.means.journey.choosePassword(motDePasse, alter(motDePasse));
  }

  /** Chooses the person's password with the secret question, or its answer, left empty. */
  async chooseWithout(field: SecretField): Promise<void> {
    const { person, portal } = this.means;
    await portal.activation.activateWithout(field, person.secrets);
  }

  /** Fills in all of step 4, then goes back; returns whether the page was left. */
  async fillAndGoBack(): Promise<boolean> {
    const { person, portal } = this.means;
    person.choose(person.applicant.motDePasse);
    return portal.activation.goBack(person.secrets);
  }

  /** The strength shown for passwords, once read by `readStrengths`. */
  get strengths(): Strengths {
    return this.read;
  }

  /** Reads the strength shown for each password: while it is typed, else once it is sent. */
  async readStrengths(passwords: readonly string[]): Promise<void> {
    const { person, portal } = this.means;
    const typed = await portal.activation.strengthsTyped(passwords);
    const follows = new Set(typed).size > 1;
    const shown = follows ? typed : await portal.activation.strengthsSent(passwords, person.secrets);
    this.read = { passwords, shown };
  }

  /** Chooses another password on the activation page already open; where it is another page, nothing can be chosen. */
  async tryAnother(): Promise<void> {
    const { journey, person, portal } = this.means;
    if (await portal.activation.isShown()) await journey.choosePassword(person.anotherPassword());
  }
}
