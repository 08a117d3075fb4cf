import { HarnessSetupError } from '../setup-error.ts';
import { parseEndpoint } from './endpoint.ts';
import { mailpitIn } from './local/executable.ts';

/** Where mails arrive: a Mailpit at an address, one that we start from the PATH, or our own server. */
export type MailboxChoice =
  | { readonly kind: 'url'; readonly url: string }
  | { readonly kind: 'path'; readonly executable: string }
  | { readonly kind: 'embedded' };

/** What of a machine decides where no address is given. */
export type Machine = Readonly<{
  PATH?: string | undefined;
  /** « embarquée » leaves aside the Mailpit of the PATH. */
  DIAPASON_MAILBOX?: string | undefined;
}>;

/** The only mailbox that can be asked for by its name. */
export const OURS = 'embarquée';

/**
 * Returns where mails arrive: the Mailpit at the address given, else the one of the PATH unless ours is asked for, else
 * ours. @throws HarnessSetupError when another is asked for by name
 */
export function mailboxChoice(url: string | undefined, machine: Machine = process.env): MailboxChoice {
  const given = url?.trim();
  if (given) return { kind: 'url', url: given };
  const executable = asksForOurs(machine.DIAPASON_MAILBOX) ? undefined : mailpitIn(machine.PATH);
  return executable === undefined ? { kind: 'embedded' } : { kind: 'path', executable };
}

/** Which mailbox it is, in French, for a person. @throws MailboxUnavailable when its address is not one */
export function mailboxName(choice: MailboxChoice): string {
  switch (choice.kind) {
    case 'url':
      return `Mailpit ${parseEndpoint(choice).url}`;
    case 'path':
      return `Mailpit du PATH (${choice.executable})`;
    case 'embedded':
      return 'boîte embarquée';
  }
}

/** A keyboard may have no « é ». */
function asksForOurs(asked: string | undefined): boolean {
  if (!asked) return false;
  if (withoutAccents(asked) === withoutAccents(OURS)) return true;
  throw new HarnessSetupError(
    `DIAPASON_MAILBOX demande une boîte inconnue : « ${asked} »`,
    `La seule qui se demande ainsi est « ${OURS} » ; un Mailpit se donne par MAILPIT_URL, ou par sa présence dans le PATH.`,
  );
}

function withoutAccents(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
