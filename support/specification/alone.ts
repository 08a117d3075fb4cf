import { HarnessSetupError } from '../setup-error.ts';

/** Marks a rule whose scenarios move a clock or exhaust a limit: they are played last and, on a shared portal, alone. */
export const ALONE = '@seul';

/** The rules in which the link's validity passes; those of their scenarios that let it pass are marked `@seul`. */
export const EXPIRY_RULES = ['EX-4.13', 'EX-4.22'] as const;

/** What finds the scenarios that let it pass, among titles and tags. */
export const EXPIRY = `(?=.*${ALONE}\\b)(?=.*@(?:${EXPIRY_RULES.map((id) => id.replace('.', '\\.')).join('|')})\\b)`;

/** The project in which they are played where time passes for real. */
export const WAITING = 'attente';

/** Set by `--wait-expiry`: that time passes for real. */
export const WAIT_EXPIRY = 'DIAPASON_WAIT_EXPIRY';

/** Returns whether a scenario with these tags must be alone on the portal: nobody else is on the embedded one. */
export function isAlone(tags: readonly string[], environment: NodeJS.ProcessEnv = process.env): boolean {
  if (!environment.TARGET || !tags.includes(ALONE)) return false;
  // Waiting harms nobody.
  return !(EXPIRY_RULES.some((id) => tags.includes(`@${id}`)) && environment[WAIT_EXPIRY]);
}

/** A test of a generated spec, with its tags. */
const TAGGED_TEST = /^(\s*test\(.*\{ tag: )(\[[^\]]*\])( \},)/gm;

/**
 * Returns a generated spec in which each scenario that must be alone takes Playwright's exclusive lock: playwright-bdd
 * has no tag for it. Lines stay where they are.
 * @throws HarnessSetupError when one of them is not written as expected: it would be played among others
 */
export function withLocks(spec: string): string {
  const locked = spec.replaceAll(TAGGED_TEST, (test: string, head: string, tags: string, tail: string) => {
    const held = tags.includes(`'${ALONE}'`) ? lockOf(tags) : undefined;
    return held === undefined ? test : `${head}${tags}, lock: ${held}${tail}`;
  });
  const unlocked = locked
    .split('\n')
    .filter((line) => line.includes(`'${ALONE}'`) && !line.includes('lock: '));
  if (unlocked.length === 0) return locked;
  throw new HarnessSetupError(
    `Un scénario ${ALONE} ne peut être joué seul, sa forme est inattendue : ${unlocked[0]?.trim()}`,
    'playwright-bdd écrit-il autrement ses fichiers ? Voyez support/specification/alone.ts.',
  );
}

/** `isAlone`, for a spec: Playwright reads it in the process that hands out the scenarios. */
function lockOf(tags: string): string {
  const shared = EXPIRY_RULES.some((id) => tags.includes(`'@${id}'`))
    ? `process.env.TARGET && !process.env.${WAIT_EXPIRY}`
    : 'process.env.TARGET';
  return `${shared} ? '-exclusive-' : []`;
}
