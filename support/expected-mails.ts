import type { Decision } from './portal/decision.ts';
import type { Place } from './target/lexicon.ts';
import type { Target } from './target/target.ts';

/** The addresses a person gave the portal. */
interface Addresses {
  readonly applicant: { readonly email: string };
  readonly contactEmail: string | undefined;
}

/**
 * The activation mails that a person's own doings may bring to each of their addresses: one for each creation and
 * one for each link asked again. What was not refused counts, for a portal that is slow to say yes has said it.
 */
export class ExpectedMails {
  private readonly counts = new Map<string, number>();
  private readonly creation: Place;
  private allowedAt = performance.now();

  constructor({ without }: Pick<Target, 'without'>) {
    // Without a final activation the mail leaves on the way, and nobody knows where: from step 1 on it may have.
    this.creation = without['activation-finale'] === undefined ? 'workspaces' : 'identification';
  }

  /** How many activation mails each address known to the portal may have received. */
  get byAddress(): ReadonlyMap<string, number> {
    return this.counts;
  }

  /** Takes note of what a person sent from a place of the portal, and of how it was answered. */
  note(place: Place, { outcome }: Decision, { applicant: { email }, contactEmail }: Addresses): void {
    for (const address of contactEmail === undefined ? [email] : [email, contactEmail]) this.add(address, 0);
    if (outcome !== 'refused' && (place === this.creation || place === 'newLink')) this.allow(email);
  }

  /** Allows one more activation mail to an address: what was done may bring one, at the portal's choice. */
  allow(address: string): void {
    this.allowedAt = performance.now();
    this.add(address, 1);
  }

  /** How long ago the last of them was asked for, in minutes: since then its link is valid. */
  get minutesSinceLast(): number {
    return (performance.now() - this.allowedAt) / 60_000;
  }

  private add(address: string, count: number): void {
    this.counts.set(address, (this.counts.get(address) ?? 0) + count);
  }
}
