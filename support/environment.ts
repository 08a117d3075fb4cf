import type { Alterations } from './embedded-portal.ts';
import { chooseMailbox } from './mailbox/choose.ts';
import type { Mailbox } from './mailbox/mailbox.ts';
import { HarnessSetupError } from './setup-error.ts';
import { WAIT_EXPIRY } from './specification/alone.ts';
import { EMBEDDED_CAPTCHA_ANSWER } from './target/embedded.ts';
import type { Target } from './target/target.ts';
import { letTimePass } from './time.ts';

/** What a worker plays against; whoever starts it closes it. */
export interface Environment {
  readonly target: Target;
  /** The portal's address. */
  readonly url: string;
  readonly mailbox: Mailbox;
  /** Moves the portal's clock forward, where the target gives the means to, or lets real time pass. */
  readonly advanceClock: ((milliseconds: number) => Promise<void>) | undefined;
  /** Why the scenarios that remain can't be played: the target was found missing on the way. */
  lost?: string | undefined;
  close(): Promise<void>;
}

/**
 * Starts what a worker needs: for a declared portal, its mailbox; for the embedded one, a mailbox, an INSEE double
 * and the reference portal, all on free ports.
 * @throws HarnessSetupError or MailboxUnavailable when something can't be started.
 */
export async function startEnvironment(target: Target, alterations: Alterations = {}): Promise<Environment> {
  const post = await chooseMailbox({ ...process.env, ...mailpitOf(target) });
  if (target.url !== undefined) {
    const advanceClock = clockOf(target);
    return { target, url: target.url, mailbox: post.mailbox, advanceClock, close: () => post.close() };
  }
  const { startEmbeddedPortal } = await import('./embedded-portal.ts');
  const portal = await startEmbeddedPortal({
    smtp: post.smtp ?? smtpBeside(process.env),
    captchaAnswer: EMBEDDED_CAPTCHA_ANSWER,
    ...alterations,
  });
  return {
    target,
    url: portal.url,
    mailbox: post.mailbox,
    advanceClock: portal.advanceClock,
    close: async () => {
      await Promise.all([portal.close(), post.close()]);
    },
  };
}

/** How time passes on a declared portal: its own hook, or for real where the person who runs the suite can wait. */
function clockOf({ clock }: Target): Environment['advanceClock'] {
  if (clock !== undefined) return (ms) => advanceByHttp(clock.url, ms);
  return process.env[WAIT_EXPIRY] ? letTimePass : undefined;
}

/** The target's clock hook: a POST of `{ "avance": "3660 s" }`. Its refusal is the harness's trouble, not a finding. */
async function advanceByHttp(url: string, milliseconds: number): Promise<void> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ avance: `${Math.ceil(milliseconds / 1000)} s` }),
    signal: AbortSignal.timeout(5_000),
  });
  if (!response.ok)
    throw new Error(`L'horloge du portail (${url}) a répondu ${response.status} au lieu d'avancer.`);
}

function mailpitOf(target: Target): Record<string, string> {
  return target.mail.mailpit === undefined ? {} : { MAILPIT_URL: target.mail.mailpit };
}

/** Where the embedded portal sends its mail when the mailbox is a Mailpit given by its URL. */
function smtpBeside(environment: NodeJS.ProcessEnv): { host: string; port: number } {
  const address = environment.MAILPIT_SMTP ?? `${new URL(environment.MAILPIT_URL ?? '').hostname}:1025`;
  const [host = '', port = ''] = address.split(':');
  if (host === '' || !/^\d+$/.test(port)) {
    throw new HarnessSetupError(
      `MAILPIT_SMTP n'est pas une adresse « hôte:port » : ${address}`,
      'Donnez l’adresse SMTP de Mailpit, par exemple MAILPIT_SMTP=127.0.0.1:1025.',
    );
  }
  return { host, port: Number(port) };
}
