import { advanceByHttp } from './advance-by-http.ts';
import type { Alterations, EmbeddedPortal } from './embedded-portal.ts';
import { functionMailbox } from './mailbox/by-function.ts';
import { type ChosenMailbox, chooseMailbox } from './mailbox/choose.ts';
import type { Mailbox } from './mailbox/mailbox.ts';
import { mailboxUrlOf } from './mailbox/of-target.ts';
import { Pace } from './pace.ts';
import { HarnessSetupError } from './setup-error.ts';
import type { ChosenPortal } from './shipped-portal.ts';
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
  /** How fast this worker may sign people up. */
  readonly pace: Pace;
  /** Moves the portal's clock forward, where the target gives the means to, or lets real time pass. */
  readonly advanceClock: ((milliseconds: number) => Promise<void>) | undefined;
  /** Why the scenarios that remain can't be played: the target was found missing on the way. */
  lost?: string | undefined;
  close(): Promise<void>;
}

/** Which portal a worker starts for itself: the reference portal, altered or not, or another that we ship. */
export type OwnPortal = Alterations | ChosenPortal;

/**
 * Starts what a worker, of so many, needs: for a declared portal, its mailbox; for one of its own, a mailbox, an INSEE
 * double and the portal, all on free ports.
 * @throws HarnessSetupError or MailboxUnavailable when something can't be started.
 */
export async function startEnvironment(
  target: Target,
  own: OwnPortal = {},
  workers = 1,
): Promise<Environment> {
  const post = await openPost(target);
  const pace = new Pace(target, workers);
  if (target.url !== undefined) {
    const { url } = target;
    return {
      target,
      url,
      mailbox: post.mailbox,
      pace,
      advanceClock: clockOf(target),
      close: () => post.close(),
    };
  }
  const portal = await startOwn(own, post).catch(async (error) => {
    await post.close();
    throw error;
  });
  return {
    target,
    url: portal.url,
    mailbox: post.mailbox,
    pace,
    advanceClock: portal.advanceClock,
    close: async () => {
      await Promise.all([portal.close(), post.close()]);
    },
  };
}

async function startOwn(own: OwnPortal, post: ChosenMailbox): Promise<EmbeddedPortal> {
  const smtp = post.smtp ?? smtpBeside(process.env);
  if ('shipped' in own) {
    const { startShippedPortal } = await import('./shipped-portal.ts');
    return startShippedPortal({ ...own, smtp });
  }
  const { startEmbeddedPortal } = await import('./embedded-portal.ts');
  return startEmbeddedPortal({ smtp, captchaAnswer: EMBEDDED_CAPTCHA_ANSWER, ...own });
}

/** How time passes on a declared portal: its own hook, or for real where the person who runs the suite can wait. */
function clockOf(target: Target): Environment['advanceClock'] {
  const { clock } = target;
  if (clock !== undefined) return (ms) => advanceByHttp(target, clock, ms);
  return process.env[WAIT_EXPIRY] ? letTimePass : undefined;
}

/** Opens the mailbox that the target declares: read by its own functions, or a Mailpit, or ours. */
async function openPost(target: Target): Promise<ChosenMailbox> {
  const { read, search } = target.mail;
  if (read === undefined) return chooseMailbox({ MAILPIT_URL: mailboxUrlOf(target) });
  const mailbox = functionMailbox({ read, ...(search === undefined ? {} : { search }) });
  return { mailbox, close: () => mailbox.close() };
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
