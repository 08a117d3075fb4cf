import type { Lexicon } from './lexicon.ts';

/** A portal under test, as its target file describes it once defaults are filled in. */
export interface Target {
  readonly name: string;
  readonly vendor?: string;
  readonly version?: string;
  /** The portal's address; `undefined` for the embedded reference portal, which each worker starts for itself. */
  readonly url?: string;
  readonly mail: {
    /** Where mail is caught (a Mailpit URL); undeclared, see `mailboxUrlOf`. */
    readonly mailpit?: string;
    /** Domain of the addresses the suite draws. */
    readonly domain: string;
    /** How long nothing must come before « no mail » is believed, in milliseconds. */
    readonly quietMs: number;
    /** How long an awaited mail may take, in milliseconds. */
    readonly deadlineMs: number;
  };
  readonly captcha?: { readonly answer: string };
  /** How long an activation link is valid, in the target's own words, where it says so. */
  readonly linkValidity?: string;
  /** How long an activation link is valid, in minutes; an hour where the target does not say. */
  readonly linkValidityMinutes: number;
  /** Where the portal's clock can be moved: see `advanceByHttp`. */
  readonly clock?: { readonly url: string };
  /** What the activation mail brings: a link, unless told otherwise. */
  readonly activation?: { readonly by: 'lien' | 'code' };
  /**
   * Who asks INSEE: the portal's server, which asks the double, or its page, whose requests (a glob; the real API's
   * path, unless told otherwise) are answered in the browser.
   */
  readonly insee?: { readonly by: 'double' | 'page'; readonly url?: string };
  readonly password: {
    readonly min: number;
    readonly kinds: number;
    /** The words of « Complexité du mot de passe », weakest first; undeclared, the guide's last word is awaited. */
    readonly scale?: readonly string[];
  };
  readonly lexicon: Lexicon;
  /** What the portal lacks, with the vendor's reason: `{ "captcha": "…" }`. */
  readonly without: Readonly<Record<string, string>>;
  /** How long an answer of the portal may take, in milliseconds. */
  readonly answerMs: number;
}
