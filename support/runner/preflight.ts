import { company } from '../../fixtures/company.ts';
import { TEST_API_KEY } from '../../fixtures/sirene/server.ts';
import { probeFunctions } from '../mailbox/by-function.ts';
import { chooseMailbox } from '../mailbox/choose.ts';
import { mailboxUrlOf } from '../mailbox/of-target.ts';
import { call } from '../reach/call.ts';
import { codeOf, refusedAccess, unreachable } from '../reach/trouble.ts';
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
  // All at once, and the portal's own trouble told first, whichever is noticed first.
  const probes = await Promise.allSettled([reach(target), probeMailboxOf(target), probeDouble(target)]);
  for (const probe of probes) if (probe.status === 'rejected') throw probe.reason;
}

/** What it answers is for the rules to judge, unless it lets nobody in. */
async function reach(target: Target): Promise<void> {
  const { url } = target;
  if (url === undefined) return;
  const declared = { ...target, url };
  const answer = await call(target, { url, timeoutMs: REACH_MS }).catch((error: unknown) => {
    throw unreachable(declared, error);
  });
  const refused = refusedAccess(declared, answer);
  if (refused !== undefined) throw refused;
}

/** A company of the double's, whatever its seed. */
const WITNESS = '73282932000074';

/** Checks that the INSEE double whose address the target gives is one: it answers for a company that nobody else knows. */
async function probeDouble({ insee: { by, url } }: Target): Promise<void> {
  if (by !== 'double' || url === undefined) return;
  const { status, text } = await call(OPEN, {
    url: `${url.replace(/\/$/, '')}/siret/${WITNESS}`,
    headers: { 'X-INSEE-Api-Key-Integration': TEST_API_KEY },
    timeoutMs: REACH_MS,
  }).catch((error: unknown) => {
    throw noDouble(url, `ne répond pas (${codeOf(error)})`);
  });
  // Behind another key it keeps its companies to itself, and is there all the same.
  if (status === 401 || (status === 200 && text.includes(company(WITNESS).denomination ?? ''))) return;
  throw noDouble(url, `répond ${status}, et non ce que le double répondrait`);
}

/** Not the portal: none of what gives access to it is sent. */
const OPEN = { access: {}, origins: [] };

function noDouble(url: string, what: string): HarnessSetupError {
  return new HarnessSetupError(
    `Le double de l'INSEE déclaré par « insee.url » (${url}) ${what}.`,
    'Démarrez-le, ou corrigez « insee.url » dans le fichier cible : l’adresse va jusqu’à « /api-sirene/3.11 ».',
  );
}

/** Checks that the mailbox of a target still answers; ours does as long as we live. @throws MailboxUnavailable */
export async function probeMailboxOf(target: Target): Promise<void> {
  const { read, domain } = target.mail;
  if (read !== undefined) return probeFunctions({ read }, domain);
  const url = mailboxUrlOf(target);
  if (url === undefined) return;
  const post = await chooseMailbox({ ...process.env, MAILPIT_URL: url });
  await post.close();
}
