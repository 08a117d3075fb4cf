import { Gate } from '../portal/gate.ts';
import type { Interception } from '../portal/transit.ts';
import type { Means } from './means.ts';

/** A field, and the faulty value that reaches the server in place of what was typed in it. */
export type Change = Pick<Interception, 'field' | 'faulty'>;

/** What happens between the browser and the server: a value replaced on the way, two sendings that arrive at once. */
export class InTransit {
  private readonly means: Pick<Means, 'answers' | 'journey' | 'person' | 'portal'>;

  constructor(means: InTransit['means']) {
    this.means = means;
  }

  /** Identifies the person while one value is replaced. */
  async identify(change: Change): Promise<void> {
    const { journey, portal } = this.means;
    await journey.toIdentification();
    await portal.transit.replacing({ ...change, everywhere: true }, () => journey.identify());
  }

  /** Completes step 2, another address being typed, while one value is replaced. */
  async complete(change: Change): Promise<void> {
    const { answers, journey, portal } = this.means;
    // The value to replace must be the only one of its kind.
    answers.contactElsewhereIfAsked();
    const structure = answers.otherAddress;
    await portal.transit.replacing({ ...change, everywhere: false }, () => journey.complete({ structure }));
  }

  /** Chooses the person's password at step 4; another reaches the server, twice the same. */
  async choosePassword(faulty: string): Promise<void> {
    const { journey, portal } = this.means;
    const field = portal.activation.password;
    field.announce(faulty);
    await portal.transit.replacing({ field, faulty, everywhere: true }, () => journey.choosePassword());
  }

  /** Two people, each in their browser, have all typed at step 1 and validate at once. */
  async identifyTogetherWith(other: Pick<Means, 'person' | 'portal'>): Promise<void> {
    const both = [this.means, other];
    for (const { portal, person } of both) {
      await portal.identification.open();
      await portal.identification.prepare(person.applicant);
    }
    const gate = new Gate(both.length);
    await Promise.all(
      both.map(({ portal }) => portal.transit.holding(gate, () => portal.identification.validate())),
    );
  }
}
