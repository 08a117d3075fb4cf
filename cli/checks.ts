import { shippedPortals } from '../fixtures/portals/index.ts';
import type { ShippedPortal } from '../fixtures/portals/shipped-portal.ts';
import { runNode } from './child.ts';
import { inProject } from './root.ts';

/** One check of Diapason itself: what it is called, and the script that makes it, with its arguments. */
export interface Check {
  readonly name: string;
  readonly args: readonly string[];
}

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
  checksOf: (portal: ShippedPortal) => readonly Check[],
): Promise<number> {
  const untried = shippedPortals.filter((portal) => portal.missing() !== undefined);
  const tried = shippedPortals.filter((portal) => !untried.includes(portal));
  for (const check of [...checks, ...tried.flatMap(checksOf)]) {
    const code = await made(check);
    if (code !== 0) return code;
  }
  process.stdout.write(conclusion(untried));
  return untried.length === 0 ? 0 : INCOMPLETE_EXIT_CODE;
}

async function made({ name, args }: Check): Promise<number> {
  process.stdout.write(`\n▸ ${name}\n`);
  const started = Date.now();
  const { code } = await runNode(args);
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  process.stdout.write(
    code === 0 ? `✓ ${name} (${seconds} s)\n` : `✗ ${name} : échec (code ${code}, ${seconds} s)\n`,
  );
  return code;
}

/** What a person reads last: whatever was not tried is said there, so that nobody takes it for checked. */
export function conclusion(untried: readonly Pick<ShippedPortal, 'id' | 'missing'>[]): string {
  if (untried.length === 0) return '\n✓ Tout est vérifié.\n';
  const lines = untried.map(
    ({ id, missing }) => `✗ NON VÉRIFIÉ : le portail « ${id} » n'a pas été essayé, il manque ${missing()}.`,
  );
  return ['', '✓ Le reste est vérifié.', ...lines, ''].join('\n');
}
