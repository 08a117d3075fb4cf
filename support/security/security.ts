import type { Page } from '@playwright/test';
import type { Accounts } from '../accounts.ts';
import type { Attach } from '../evidence.ts';
import type { Pace } from '../pace.ts';
import type { Portal } from '../portal/portal.ts';
import { isWithin } from '../reach/navigation-guard.ts';
import type { Place } from '../target/lexicon.ts';
import type { Target } from '../target/target.ts';
import { nothingFound } from './found.ts';
import { type OtherSite, startOtherSite } from './other-site.ts';
import { Probes } from './probes.ts';
import { Recorder } from './recorder.ts';
import { Replays } from './replays.ts';
import { SecretsSeen } from './secrets-seen.ts';
import { SessionCookies } from './session-cookies.ts';

/** What a scenario's security is looked at with. */
export interface SecurityParts {
  readonly page: Page;
  readonly portal: Portal;
  readonly target: Target;
  /** Opens another browser, with somebody else at it. */
  readonly elsewhere: () => Promise<{ readonly portal: Portal; readonly security: Security }>;
  /** The portal's address. */
  readonly url: string;
  readonly requirement: string | undefined;
  readonly attach: Attach;
  readonly accounts: Accounts;
  readonly pace: Pace;
  /** Whether the scenario asks for it: the others are not listened to, and pay nothing. */
  readonly isAsked: boolean;
}

/** One person's browser as whoever looks at a portal's security sees it: what it says, hears and keeps. */
export class Security {
  readonly page: Page;
  readonly probes: Probes;
  readonly replays: Replays;
  readonly found = nothingFound();
  private readonly parts: SecurityParts;
  private readonly listening: Recorder | undefined;
  private secretsSeen: SecretsSeen | undefined;
  private sessionCookies: SessionCookies | undefined;
  private site: Promise<OtherSite> | undefined;

  constructor(parts: SecurityParts) {
    const { page, target, requirement, attach, isAsked } = parts;
    this.parts = parts;
    this.page = page;
    this.probes = new Probes({ requirement, attach });
    this.replays = new Replays({ target, probes: this.probes, isOwn: (address) => this.isOwn(address) });
    this.listening = isAsked ? new Recorder(page.context()) : undefined;
  }

  /** The portal's address. */
  get url(): string {
    return this.parts.url;
  }

  /** How fast people may be signed up. */
  get pace(): Pace {
    return this.parts.pace;
  }

  /** Where the accounts made are listed. */
  get accounts(): Accounts {
    return this.parts.accounts;
  }

  /** What the browser has said and heard. @throws Error in a scenario that did not ask for it: a fault of ours */
  get recorder(): Recorder {
    if (this.listening !== undefined) return this.listening;
    throw new Error('Ce scénario ne porte pas @securite : rien n’y est écouté.');
  }

  /** Where secrets were seen in this browser. */
  get secrets(): SecretsSeen {
    const { recorder, page } = this;
    this.secretsSeen ??= new SecretsSeen({ recorder, page, isOwn: (address) => this.isOwn(address) });
    return this.secretsSeen;
  }

  /** The cookies of this browser, before and after somebody logs in. */
  get cookies(): SessionCookies {
    const { page, recorder, probes } = this;
    const { portal, elsewhere } = this.parts;
    const openPage = async () => {
      const other = await elsewhere();
      return { page: other.security.page, portal: other.portal };
    };
    this.sessionCookies ??= new SessionCookies({ page, portal, recorder, probes, openPage });
    return this.sessionCookies;
  }

  /** Says whether an address is the portal's. */
  isOwn(address: string): boolean {
    return (
      URL.canParse(address) && isWithin([new URL(this.url).origin, ...this.parts.target.origins], address)
    );
  }

  /** A site that is not the portal's, started when it is first needed, and ended with the browser. */
  otherSite(): Promise<OtherSite> {
    this.site ??= startOtherSite(this.url).then((site) => {
      this.page.once('close', () => void site.close());
      return site;
    });
    return this.site;
  }

  /** Called just before a form is sent from a place. */
  async beforeSending(place: Place): Promise<void> {
    if (this.listening === undefined) return;
    if (place === 'login') await this.cookies.noteBefore();
    await this.secretsSeen?.keepPage();
  }
}
