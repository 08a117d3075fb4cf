import type { Target } from '../target/target.ts';
import { USUAL_PORTS } from '../usual-ports.ts';
import { mailboxChoice, mailboxName } from './choice.ts';

/**
 * Returns the address of the mailbox where a target's mail is read: the target's own, else that of `MAILPIT_URL`, else
 * the one that `diapason serve` gives to a portal from outside. `undefined` for a mailbox that a worker starts for itself.
 */
export function mailboxUrlOf(
  { url, mail }: Pick<Target, 'url' | 'mail'>,
  environment: NodeJS.ProcessEnv = process.env,
): string | undefined {
  const given = mail.mailpit ?? environment.MAILPIT_URL?.trim();
  if (given) return given;
  return url === undefined ? undefined : `http://127.0.0.1:${USUAL_PORTS.mail}`;
}

/** Says in French, before a run, where the mail of a target will be read. @throws as what chooses it does */
export function mailboxSaid(target: Pick<Target, 'url' | 'mail'>, changes: NodeJS.ProcessEnv = {}): string {
  if (target.mail.read !== undefined) return 'lus par la fonction « mail.read » de la cible';
  const environment = { ...process.env, ...changes };
  return mailboxName(mailboxChoice(mailboxUrlOf(target, environment), environment));
}
