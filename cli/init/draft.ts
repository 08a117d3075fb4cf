import { dirname, relative } from 'node:path';
import { JSON_SCHEMA_FILE } from '../../support/target/contract/json-schema.ts';
import { inProject } from '../root.ts';

/** What the first target file of a portal is made from; what is not known yet is left out of it. */
export interface Answers {
  readonly name: string;
  readonly url: string;
  /** The address of the Mailpit that catches the portal's mails; without it, `diapason serve` does. */
  readonly mailpit?: string;
  readonly captcha?: string;
  /** Why there is no captcha. */
  readonly withoutCaptcha?: string;
  readonly activation: 'lien' | 'code';
  readonly insee: 'double' | 'page';
  readonly authorised?: { readonly by: string; readonly until: string };
}

/** Returns the text of a target file, to be written at this path: what goes without saying is not said. */
export function draftOf(answers: Answers, path: string): string {
  const { name, url, mailpit, captcha, withoutCaptcha, activation, insee, authorised } = answers;
  const schema = relative(dirname(path), inProject(JSON_SCHEMA_FILE)).replaceAll('\\', '/');
  const file = {
    $schema: schema.startsWith('.') ? schema : `./${schema}`,
    name,
    url,
    ...(authorised === undefined ? {} : { authorised }),
    ...(mailpit === undefined ? {} : { mail: { mailpit } }),
    ...(captcha === undefined ? {} : { captcha: { answer: captcha } }),
    ...(activation === 'lien' ? {} : { activation: { by: activation } }),
    ...(insee === 'double' ? {} : { insee: { by: insee } }),
    ...(withoutCaptcha === undefined ? {} : { without: { captcha: withoutCaptcha } }),
  };
  return `${JSON.stringify(file, undefined, 2)}\n`;
}
