import { type Machine, mailboxChoice, mailboxName } from './choice.ts';
import { startEmbeddedMailbox } from './embedded/embedded.ts';
import { startMailpit } from './local/mailpit.ts';
import { type Mailbox, openMailbox } from './mailbox.ts';

export interface ChosenMailbox {
  readonly mailbox: Mailbox;
  /** Where the portal must send its mails; unknown for a Mailpit given by its URL. */
  readonly smtp?: { readonly host: string; readonly port: number };
  /** Closes the mailbox, and stops it when we started it. */
  close(): Promise<void>;
}

/** A mailbox server that we started. */
interface Started {
  readonly url: string;
  readonly smtp: NonNullable<ChosenMailbox['smtp']>;
  readonly ended?: () => string | undefined;
  close(): Promise<void>;
}

/**
 * Opens the Mailpit that `MAILPIT_URL` gives, else one that we start from the PATH, else a mailbox of our own, both on
 * free ports.
 * @throws MailboxUnavailable when it can't be
 */
export async function chooseMailbox(
  { MAILPIT_URL }: Readonly<Record<string, string | undefined>>,
  machine?: Machine,
): Promise<ChosenMailbox> {
  const choice = mailboxChoice(MAILPIT_URL, machine);
  if (choice.kind === 'url') {
    const mailbox = await openMailbox({ url: choice.url });
    return { mailbox, close: () => mailbox.close() };
  }
  const server =
    choice.kind === 'path' ? await startMailpit(choice.executable) : await startEmbeddedMailbox();
  return openedOn(server, mailboxName(choice));
}

async function openedOn(server: Started, description: string): Promise<ChosenMailbox> {
  try {
    const { url, smtp, ended } = server;
    const mailbox = await openMailbox({ url, description, ...(ended === undefined ? {} : { ended }) });
    return { mailbox, smtp, close: () => closeBoth(mailbox, server) };
  } catch (error) {
    await server.close();
    throw error;
  }
}

async function closeBoth(...both: { close(): Promise<void> }[]): Promise<void> {
  for (const one of both) await one.close();
}
