import { LEVELS } from '../reports/catalogue.ts';
import { DEFAULT_LEVELS } from '../reports/verdict.ts';
import { type Check, command, makeChecks } from './checks.ts';

/** The levels that a run plays only when asked to. */
const REQUESTED = LEVELS.filter((level) => !DEFAULT_LEVELS.includes(level));

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
  command('Couverture : chaque exigence a ses scénarios', 'coverage'),
  { ...command('La suite sous les deux lanceurs, et leur parité', 'parity'), onMailpit: true },
  command('Sécurité et accessibilité : rien contre le portail de référence', 'run', '--level', ...REQUESTED),
  // A third of the defects have a wait run out, which takes no processor: a third process works meanwhile.
  command('Puissance : chaque défaut pris par son exigence', 'power', '--workers', '3'),
];

/**
 * Makes every check of a change. The portals that we ship share what is essential among them, under one runner: all of
 * it on each, under both, is for « diapason portals ». Returns the exit code.
 */
export function test(): Promise<number> {
  return makeChecks(CHECKS, ({ id }, index, { length }) => {
    const shard = `${index + 1}/${length}`;
    const name = `Portail « ${id} » : rien contre lui, tranche ${shard} de l’essentiel`;
    return [command(name, 'certify', '--portal', id, '--level', 'essentiel', '--shard', shard)];
  });
}
