/** What a person may answer on the command line. */
export interface InitOptions {
  /** The file to write. */
  readonly target?: string;
  readonly name?: string;
  readonly url?: string;
  readonly mailpit?: string;
  readonly captcha?: string;
  readonly withoutCaptcha?: string;
  readonly activation?: string;
  readonly insee?: string;
  readonly authorisedBy?: string;
  readonly authorisedUntil?: string;
  /** Asks nothing: what is not given takes its usual value. */
  readonly yes?: boolean;
}
