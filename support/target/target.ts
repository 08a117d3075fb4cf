import type { Authorisation } from './guard.ts';
import type { Lexicon } from './lexicon.ts';
import type { DriverOverrides } from './schema/driver.ts';
import type { HookFunction, VersionProbe } from './schema/hooks.ts';
import type { GivenCompany, INSEE_WAYS } from './schema/insee.ts';
import type { ReadMails } from './schema/mail.ts';
import type { HttpCall } from './schema/shapes.ts';
import type { ReadCaptcha, TargetFile } from './schema.ts';

/** A portal under test, as its target file describes it once defaults are filled in. */
export interface Target {
  readonly name: string;
  readonly vendor?: string;
  readonly version?: string;
  /** The portal's address; `undefined` for the embedded reference portal, which each worker starts for itself. */
  readonly url?: string;
  /** The origins that are the portal's, that of `url` first; the embedded portal's is only known once it listens. */
  readonly origins: readonly string[];
  /** Who lets the suite create accounts there, where the address is nobody's test bench. */
  readonly authorised?: Authorisation;
  readonly mail: {
    /** Where mail is caught (a Mailpit URL); undeclared, see `mailboxUrlOf`. */
    readonly mailpit?: string;
    /** Reads the mails of an address, where the catcher is another than Mailpit. */
    readonly read?: ReadMails;
    /** With `read`: finds the mails that hold a word. */
    readonly search?: ReadMails;
    /** Domain of the addresses the suite draws. */
    readonly domain: string;
    /** How long nothing must come before « no mail » is believed, in milliseconds. */
    readonly quietMs: number;
    /** How long an awaited mail may take, in milliseconds. */
    readonly deadlineMs: number;
  };
  /** How the captcha is answered; either way, where the portal has one. */
  readonly captcha?: { readonly answer?: string; readonly read?: ReadCaptcha };
  /** What the activation mail brings. */
  readonly activation: { readonly by: 'lien' | 'code' };
  /** How long an activation link is valid, in the target's own words, where it says so. */
  readonly linkValidity?: string;
  /** How long an activation link is valid, in minutes; an hour where the target does not say. */
  readonly linkValidityMinutes: number;
  /** The call that moves the portal's clock. */
  readonly clock?: HttpCall;
  readonly password: {
    readonly min: number;
    readonly kinds: number;
    /** The words of « Complexité du mot de passe », weakest first; undeclared, the guide's last word is awaited. */
    readonly scale?: readonly string[];
  };
  /** How the portal asks INSEE. */
  readonly insee: {
    readonly by: (typeof INSEE_WAYS)[number];
    /** The double's address, or the pattern of the page's own calls. */
    readonly url?: string;
    /** The real companies to sign up. */
    readonly companies?: readonly GivenCompany[];
    /** The folder that remembers which of them have served, run after run. */
    readonly claims?: string;
  };
  readonly lexicon: Lexicon;
  /** What the portal lacks, with the vendor's reason: `{ "captcha": "…" }`. */
  readonly without: Readonly<Record<string, string>>;
  /** Where to log in, when that is elsewhere. */
  readonly login?: { readonly url: string };
  /** What it takes to reach the portal; paths are absolute. */
  readonly access: TargetFile['access'];
  /** The pace the portal bears. */
  readonly pace: { readonly signUpsPerMinute?: number; readonly workers?: number };
  /** How long an answer of the portal may take, in milliseconds. */
  readonly answerMs: number;
  readonly versionProbe?: VersionProbe;
  /** Called once before the first scenario. */
  readonly reset?: HttpCall | HookFunction;
  /** Called once after the last one. */
  readonly cleanup?: HttpCall | HookFunction;
  /** What the target does itself in place of the driver. */
  readonly driver: DriverOverrides;
  /** What must not be read in any report: see `secretsOf`. */
  readonly secrets: readonly string[];
}
