import type { Alterations } from './embedded-portal.ts';
import { functionMailbox } from './mailbox/by-function.ts';
import { type ChosenMailbox, chooseMailbox } from './mailbox/choose.ts';
import type { Mailbox } from './mailbox/mailbox.ts';
import { Pace } from './pace.ts';
import { call } from './reach/call.ts';
import { HarnessSetupError } from './setup-error.ts';
import { WAIT_EXPIRY } from './specification/alone.ts';
import { EMBEDDED_CAPTCHA_ANSWER } from './target/embedded.ts';
import type { HttpCall } from './target/schema/shapes.ts';
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

/**
 * Starts what a worker, of so many, needs: for a declared portal, its mailbox; for the embedded one, a mailbox, an INSEE double
 * and the reference portal, all on free ports.
 * @throws HarnessSetupError or MailboxUnavailable when something can't be started.
 */
export async function startEnvironment(
  target: Target,
  alterations: Alterations = {},
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
    pace,
    advanceClock: portal.advanceClock,
    close: async () => {
      await Promise.all([portal.close(), post.close()]);
    },
  };
}

/** How time passes on a declared portal: its own hook, or for real where the person who runs the suite can wait. */
function clockOf(target: Target): Environment['advanceClock'] {
  const { clock } = target;
  if (clock !== undefined) return (ms) => advanceByHttp(target, clock, ms);
  return process.env[WAIT_EXPIRY] ? letTimePass : undefined;
}

/** What is sent where the target does not say. */
const ADVANCE = { avance: '{seconds} s' };

/** The target's clock hook. Its refusal is the harness's trouble, not a finding. */
async function advanceByHttp(target: Target, clock: HttpCall, milliseconds: number): Promise<void> {
  const seconds = String(Math.ceil(milliseconds / 1000));
  const body = clock.method === 'GET' ? {} : { body: clock.body ?? ADVANCE };
  const { url, ...sent } = withSeconds({ ...clock, ...body }, seconds);
  const { status } = await call(target, { url, ...sent, timeoutMs: 5_000 });
  if (status >= 300) throw new Error(`L'horloge du portail (${url}) a répondu ${status} au lieu d'avancer.`);
}

/** Everywhere in the call, however deep. */
function withSeconds<T>(asked: T, seconds: string): T {
  return JSON.parse(JSON.stringify(asked).replaceAll('{seconds}', seconds));
}

/** Opens the mailbox that the target declares: read by its own functions, or a Mailpit, or ours. */
async function openPost({ mail }: Target): Promise<ChosenMailbox> {
  const { read, search, mailpit } = mail;
  if (read === undefined)
    return chooseMailbox({ ...process.env, ...(mailpit === undefined ? {} : { MAILPIT_URL: mailpit }) });
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
