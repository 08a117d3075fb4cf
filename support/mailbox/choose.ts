import { startEmbeddedMailbox } from './embedded/embedded.ts';
import { type Mailbox, openMailbox } from './mailbox.ts';

export interface ChosenMailbox {
  readonly mailbox: Mailbox;
  /** Where the portal must send its mails; unknown for a Mailpit given by its URL. */
  readonly smtp?: { readonly host: string; readonly port: number };
  /** Closes the mailbox, and stops it when we started it. */
  close(): Promise<void>;
}

/** The Mailpit that `MAILPIT_URL` gives, else a mailbox of our own on free ports. */
export async function chooseMailbox(
  environment: Readonly<Record<string, string | undefined>>,
): Promise<ChosenMailbox> {
  const url = environment.MAILPIT_URL?.trim();
  if (!url) return openEmbedded();
  const mailbox = await openMailbox({ url });
  return { mailbox, close: () => mailbox.close() };
}

async function openEmbedded(): Promise<ChosenMailbox> {
  const embedded = await startEmbeddedMailbox();
  try {
    const mailbox = await openMailbox({ url: embedded.url, description: 'boîte embarquée' });
    return { mailbox, smtp: embedded.smtp, close: () => closeBoth(mailbox, embedded) };
  } catch (error) {
    await embedded.close();
    throw error;
  }
}

async function closeBoth(...both: { close(): Promise<void> }[]): Promise<void> {
  for (const one of both) await one.close();
}
