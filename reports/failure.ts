import type { Attachment } from '@cucumber/messages';

/** Media type under which a failing step says, in data, what it saw. */
export const FAILURE_MEDIA_TYPE = 'application/vnd.diapason.failure+json';

const KINDS = ['finding', 'finding-at-end', 'unreached', 'means', 'harness'] as const;

/** Why a step failed, as the step itself says it. */
export interface Failure {
  kind: (typeof KINDS)[number];
  /** French sentence, for people. */
  sentence: string;
  requirement?: string;
  done?: string;
  expected?: string;
  seen?: string;
  /** Step of the guide that could not be reached. */
  step?: number;
  /** What the target did not declare. */
  means?: string;
  /** The target or its mailbox was found missing on the way: the run says nothing more of the portal. */
  lost?: boolean;
  /** Path of the evidence. */
  proof?: string;
}

/**
 * The failure that an attachment carries, if it carries one. An unreadable body gives none: the step then
 * counts as a harness error, which is what a harness that writes unreadable attachments deserves.
 */
export function failureIn(attachment: Attachment): Failure | undefined {
  if (attachment.mediaType !== FAILURE_MEDIA_TYPE) return undefined;
  try {
    const said: unknown = JSON.parse(textOf(attachment));
    return isFailure(said) ? said : undefined;
  } catch {
    return undefined;
  }
}

/** playwright-bdd encodes every media type but `text/*` and `application/json`; cucumber-js leaves strings as they are. */
function textOf({ body, contentEncoding }: Attachment): string {
  return String(contentEncoding) === 'BASE64' ? Buffer.from(body, 'base64').toString('utf8') : body;
}

function isFailure(said: unknown): said is Failure {
  if (typeof said !== 'object' || said === null) return false;
  const { kind, sentence } = said as Partial<Failure>;
  return KINDS.some((known) => known === kind) && typeof sentence === 'string';
}
