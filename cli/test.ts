import { shippedPortals } from '../fixtures/portals/index.ts';
import type { ShippedPortal } from '../fixtures/portals/shipped-portal.ts';
import { mailboxChoice, OURS } from '../support/mailbox/choice.ts';
import { runNode } from './child.ts';
import { inProject } from './root.ts';

/** One check of `npm test`: what it is called, and the script that makes it, with its arguments. */
interface Check {
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

const CHECKS: readonly Check[] = [
  { name: 'Forme et style (Biome)', args: ['node_modules/@biomejs/biome/bin/biome', 'ci', '.'] },
  { name: 'Types (TypeScript)', args: ['node_modules/typescript/bin/tsc', '-p', '.'] },
  {
    name: 'Sens des imports entre les pièces',
    args: [
      'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs',
      'setup',
      'fixtures',
      'support',
      'steps',
      'reports',
      'cli',
      'bench',
    ],
  },
  {
    name: 'Tests unitaires',
    // Node alone would run one file at a time on two cores.
    args: ['--test', '--test-concurrency=2', '{setup,fixtures,support,reports,cli,bench}/**/*.test.{ts,mjs}'],
  },
  {
    name: 'Couverture : chaque exigence des étapes 1 à 4 a ses scénarios',
    args: [inProject('cli/diapason.ts'), 'coverage'],
  },
  {
    name: 'La suite sous les deux lanceurs, et leur parité',
    args: [inProject('cli/diapason.ts'), 'parity'],
    onMailpit: true,
  },
  { name: 'Puissance : chaque défaut pris par son exigence', args: [inProject('cli/diapason.ts'), 'power'] },
];

/** What is checked of each portal that we ship; `parity --portal` compares both runners on it, for twice the time. */
function checksOf({ id }: ShippedPortal): Check[] {
  const cli = inProject('cli/diapason.ts');
  return [
    {
      name: `Portail « ${id} » : certifié, sans fausse alerte`,
      args: [cli, 'certify', '--portal', id],
    },
    { name: `Portail « ${id} » : chacun de ses défauts pris`, args: [cli, 'power', '--portal', id] },
  ];
}

/** Makes every check in turn, stops at the first that fails, and returns its exit code. */
export async function test(): Promise<number> {
  const untried = shippedPortals.filter((portal) => portal.missing() !== undefined);
  const tried = shippedPortals.filter((portal) => !untried.includes(portal));
  for (const { name, args, onMailpit } of [...CHECKS, ...tried.flatMap(checksOf)]) {
    process.stdout.write(`\n▸ ${name}\n`);
    const started = Date.now();
    const { code } = await runNode(args, onMailpit ? {} : { environment: { DIAPASON_MAILBOX: OURS } });
    const seconds = ((Date.now() - started) / 1000).toFixed(1);
    process.stdout.write(
      code === 0 ? `✓ ${name} (${seconds} s)\n` : `✗ ${name} : échec (code ${code}, ${seconds} s)\n`,
    );
    if (code !== 0) return code;
  }
  process.stdout.write(conclusion(untried, mailboxChoice(undefined).kind === 'path'));
  return untried.length === 0 ? 0 : INCOMPLETE_EXIT_CODE;
}

/** What a person reads last: whatever was not tried is said there, so that nobody takes it for checked. */
export function conclusion(
  untried: readonly Pick<ShippedPortal, 'id' | 'missing'>[],
  isOnMailpit: boolean,
): string {
  if (untried.length === 0 && isOnMailpit) return '\n✓ Tout est vérifié.\n';
  const lines = untried.map(
    ({ id, missing }) => `✗ NON VÉRIFIÉ : le portail « ${id} » n'a pas été essayé, il manque ${missing()}.`,
  );
  if (!isOnMailpit) lines.push(NO_MAILPIT);
  return ['', '✓ Le reste est vérifié.', ...lines, ''].join('\n');
}
