import type { Decision } from '../portal/decision.ts';
import type { WayIn } from '../portal/way-in.ts';
import type { Means } from './means.ts';

/** An activation link, or code, that was tried, and how the portal answered. */
export interface LinkTry {
  /** In French, what is particular to it: « le dernier caractère changé ». */
  readonly name: string;
  /** It, as a report may show it. */
  readonly shown: string;
  readonly decision: Decision | undefined;
  /** How findings speak of what was tried. */
  readonly words: WayIn['words'];
}

/** Activation links, or codes, that should serve nobody. */
export class LinksTried {
  /** The links tried so far. */
  readonly tries: LinkTry[] = [];
  private readonly means: Pick<Means, 'journey' | 'person' | 'portal' | 'mail'>;

  constructor(means: LinksTried['means']) {
    this.means = means;
  }

  /** Activates with a link or a code, if the portal lets one. @throws Finding when the form has no such field */
  async try(name: string, key: string, password = this.means.person.applicant.motDePasse): Promise<void> {
    const { journey, person, portal } = this.means;
    person.choose(password);
    await portal.wayIn.enter(key, person.applicant.email);
    const answer = await portal.wayIn.answer();
    if (answer === undefined) await journey.choosePassword(password);
    const decision = answer ?? portal.activation.decision;
    const { words } = portal.wayIn;
    this.tries.push({ name, shown: portal.wayIn.shown(key), decision, words });
  }

  /**
   * Tries the person's activation link, or code, with each fault in turn; where one activates, goes on as another
   * person. A fault that makes no difference to one of this kind is left out.
   */
  async tryAltered(faults: readonly string[]): Promise<void> {
    const { journey, person, portal, mail } = this.means;
    for (const fault of faults) {
      const { email } = person.applicant;
      const altered = portal.wayIn.altered(await mail.activationLinkOf(email), fault, email);
      if (altered === undefined) continue;
      await this.try(fault, altered);
      if (this.tries.at(-1)?.decision?.outcome === 'accepted') await journey.again('activation');
    }
  }
}
