import { shippedPortals } from '../fixtures/portals/index.ts';
import type { ShippedPortal } from '../fixtures/portals/shipped-portal.ts';
import { mailboxChoice, OURS } from '../support/mailbox/choice.ts';
import { runNode } from './child.ts';
import { inProject } from './root.ts';

/** One check of Diapason itself: what it is called, and the script that makes it, with its arguments. */
export interface Check {
  readonly name: string;
  readonly args: readonly string[];
  /** Whether it may start the Mailpit of the PATH; the others have a mailbox for each portal they start, hundreds in all. */
  readonly onMailpit?: true;
}

/** Said, and no failure: whoever has no Mailpit plays on our own mailbox, which is checked. */
const NO_MAILPIT =
  "✗ NON VÉRIFIÉ : le vrai Mailpit n'a pas été essayé, ni par la suite ni par le contrat de la boîte ; " +
  'il manque « mailpit » dans le PATH (go install github.com/axllent/mailpit@v1.30.5).';

/** As of a run: what could not be tried is not green. */
const INCOMPLETE_EXIT_CODE = 2;

/** A check made by a command of Diapason. */
export function command(name: string, ...args: readonly string[]): Check {
  return { name, args: [inProject('cli/diapason.ts'), ...args] };
}

/**
 * Makes every check in turn, then those of each shipped portal that this machine can run; stops at the first that
 * fails, and returns its exit code.
 */
export async function makeChecks(
  checks: readonly Check[],
  checksOf: (portal: ShippedPortal, index: number, all: readonly ShippedPortal[]) => readonly Check[],
): Promise<number> {
  const untried = shippedPortals.filter((portal) => portal.missing() !== undefined);
  const tried = shippedPortals.filter((portal) => !untried.includes(portal));
  for (const check of [...checks, ...tried.flatMap(checksOf)]) {
    const code = await made(check);
    if (code !== 0) return code;
  }
  const wantsMailpit = checks.some(({ onMailpit }) => onMailpit);
  process.stdout.write(conclusion(untried, !wantsMailpit || mailboxChoice(undefined).kind === 'path'));
  return untried.length === 0 ? 0 : INCOMPLETE_EXIT_CODE;
}

async function made({ name, args, onMailpit }: Check): Promise<number> {
  process.stdout.write(`\n▸ ${name}\n`);
  const started = Date.now();
  const { code } = await runNode(args, onMailpit ? {} : { environment: { DIAPASON_MAILBOX: OURS } });
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  process.stdout.write(
    code === 0 ? `✓ ${name} (${seconds} s)\n` : `✗ ${name} : échec (code ${code}, ${seconds} s)\n`,
  );
  return code;
}

/** What a person reads last: whatever was not tried is said there, so that nobody takes it for checked. */
export function conclusion(
  untried: readonly Pick<ShippedPortal, 'id' | 'missing'>[],
  isMailpitTried: boolean,
): string {
  if (untried.length === 0 && isMailpitTried) return '\n✓ Tout est vérifié.\n';
  const lines = untried.map(
    ({ id, missing }) => `✗ NON VÉRIFIÉ : le portail « ${id} » n'a pas été essayé, il manque ${missing()}.`,
  );
  if (!isMailpitTried) lines.push(NO_MAILPIT);
  return ['', '✓ Le reste est vérifié.', ...lines, ''].join('\n');
}
