import { chooseMailbox } from '../mailbox/choose.ts';
import { mailboxUrlOf } from '../mailbox/of-target.ts';
import { HarnessSetupError } from '../setup-error.ts';
import type { Target } from '../target/target.ts';
import { browserLaunch } from './browser.ts';

/** How long the portal may take to answer at all before the run starts, in milliseconds. */
const REACH_MS = 5_000;

/**
 * Checks that a run can take place: a browser, a portal that answers, a mailbox that is one.
 * @throws HarnessSetupError or MailboxUnavailable
 */
export async function preflight(target: Target): Promise<void> {
  browserLaunch();
  await reach(target);
  await probeMailboxOf(target);
}

async function reach({ url, name }: Target): Promise<void> {
  if (url === undefined) return;
  try {
    await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(REACH_MS) });
  } catch (error) {
    throw new HarnessSetupError(
      `Le portail « ${name} » ne répond pas à l'adresse ${url} (${causeOf(error)}).`,
      'Démarrez-le, ou corrigez « url » dans le fichier cible.',
    );
  }
}

/** Checks that the mailbox of a target still answers; ours does as long as we live. @throws MailboxUnavailable */
export async function probeMailboxOf(target: Target): Promise<void> {
  const url = mailboxUrlOf(target);
  if (url === undefined) return;
  const post = await chooseMailbox({ MAILPIT_URL: url });
  await post.close();
}

function causeOf(error: unknown): string {
  const cause = (error as { cause?: { code?: string; message?: string } }).cause;
  return cause?.code ?? cause?.message ?? (error as Error).message;
}
