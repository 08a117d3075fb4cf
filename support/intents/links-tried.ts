import { alteredLink } from '../../fixtures/altered-link.ts';
import type { Decision } from '../portal/decision.ts';
import type { Means } from './means.ts';

/** An activation link that was tried, and how the portal answered. */
export interface LinkTry {
  /** In French, what is particular to the link: « le dernier caractère changé ». */
  readonly name: string;
  readonly link: string;
  readonly decision: Decision | undefined;
}

/** Activation links that should serve nobody. */
export class LinksTried {
  /** The links tried so far. */
  readonly tries: LinkTry[] = [];
  private readonly means: Pick<Means, 'journey' | 'person' | 'portal' | 'mail'>;

  constructor(means: LinksTried['means']) {
    this.means = means;
  }

  /** Opens a link and activates with it, if the portal lets one. @throws Finding when the form has no such field */
  async try(name: string, link: string, password = this.means.person.applicant.motDePasse): Promise<void> {
    const { journey, person, portal } = this.means;
    person.choose(password);
    await portal.activation.openFrom(link);
    const answer = await portal.activation.answerToLink();
    if (answer === undefined) await journey.choosePassword(password);
    this.tries.push({ name, link, decision: answer ?? portal.activation.decision });
  }

  /**
   * Tries the person's activation link with each fault in turn; where one activates, goes on as another person. A
   * fault that makes no difference to a link of this kind is left out.
   */
  async tryAltered(faults: readonly string[]): Promise<void> {
    const { journey, person, mail } = this.means;
    for (const fault of faults) {
      const { email } = person.applicant;
      const link = alteredLink(await mail.activationLinkOf(email), fault, email);
      if (link === undefined) continue;
      await this.try(fault, link);
      if (this.tries.at(-1)?.decision?.outcome === 'accepted') await journey.again('activation');
    }
  }
}
