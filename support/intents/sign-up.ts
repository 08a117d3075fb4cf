import { Finding } from '../failures.ts';
import { type Sent, seenOf } from '../portal/decision.ts';
import type { Means } from './means.ts';

/** A sign-up that the portal may stop anywhere, and be right. */
export class SignUp {
  private readonly means: Pick<Means, 'journey' | 'person' | 'portal' | 'mail'>;
  private stop: string | undefined;

  constructor(means: SignUp['means']) {
    this.means = means;
  }

  /** In French, what ended the sign-up before an account opened, if anything did. */
  get stoppedBy(): string | undefined {
    return this.stop;
  }

  /** Tries steps 1 to 3 and returns the first that the portal did not accept, if there is one. */
  async tryToCreate(): Promise<Sent | undefined> {
    const { journey, portal } = this.means;
    const { identification, information, workspaces } = portal;
    const steps = [
      { page: identification, send: () => journey.identify() },
      { page: information, send: () => journey.complete() },
      { page: workspaces, send: () => workspaces.validate() },
    ];
    for (const { page, send } of steps) {
      await send();
      if (page.decision?.outcome !== 'accepted') return page;
    }
    return undefined;
  }

  /** Signs up until an account opens, or the portal says otherwise. @throws Finding when it says nothing */
  async goAsFarAsPossible(): Promise<void> {
    const stopped = await this.tryToCreate();
    this.stop = stopped === undefined ? await this.stopAfterMail() : await this.stopAt(stopped);
  }

  private async stopAfterMail(): Promise<string | undefined> {
    const { journey, person, portal, mail: correspondence } = this.means;
    const mail = await correspondence.mailTo(person.applicant.email);
    const key = mail === undefined ? undefined : correspondence.keyIn(mail);
    if (key === undefined) return portal.wayIn.words.missing;
    await portal.wayIn.enter(key, person.applicant.email);
    if (!(await portal.activation.isShown()))
      return `${portal.wayIn.words.opened} : ${await portal.whereItLed()}`;
    await journey.choosePassword();
    const asleep = await this.stopAt(portal.activation);
    if (asleep !== undefined) return asleep;
    await journey.logIn();
    return this.stopAt(portal.login);
  }

  /** A structure to join is an answer as good as a refusal: EX-1.11 leaves the choice to the portal. */
  private async stopAt({ sent, decision }: Sent): Promise<string | undefined> {
    if (decision?.outcome === 'accepted') return undefined;
    const said = `${sent} : ${seenOf(decision)}`;
    if (decision?.outcome === 'refused') return said;
    if (await this.means.portal.identification.speaksOfAttachment()) return said;
    throw new Finding({
      done: sent,
      expected: 'un refus, un rattachement ou la suite',
      seen: seenOf(decision),
    });
  }
}
