import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { HarnessSetupError } from '../setup-error.ts';
import { withLocks } from './alone.ts';
import { checkFeatures } from './check-features.ts';
import { type Flaw, readFeatures } from './feature-file.ts';
import { checkLock } from './lock.ts';

/** Says that bddgen is at work: it reads the configuration that called it. */
const AT_WORK = 'DIAPASON_BDDGEN';

/** What the generated specs depend on; anything else may change without a new generation. */
const INPUTS = [
  'features',
  'steps',
  'support/runner',
  'support/portal/workspaces.ts',
  'support/specification',
  'playwright.config.ts',
  'package-lock.json',
];

/**
 * Lets a run start only on features that are well formed, locked, and whose every sentence has one definition, and
 * leaves the specs of Playwright generated from just these features. Costs some milliseconds when nothing changed
 * since the last time, about a second otherwise.
 * @throws HarnessSetupError naming file, line and reason of each flaw
 */
export function passGate(root: string): void {
  const digest = digestOf(root);
  const stamp = join(root, '.features-gen', 'digest');
  if (readOr(stamp) === digest) return;
  const files = readFeatures(root);
  const flaws = checkFeatures(files);
  refuse(flaws.length > 0 ? flaws : checkLock(root, files));
  generate(root);
  lockSpecs(root);
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, digest);
}

/** Returns whether this process is the bddgen that the gate called: it must not pass the gate in its turn. */
export function isGenerating(): boolean {
  return process.env[AT_WORK] !== undefined;
}

function refuse(flaws: readonly Flaw[]): void {
  if (flaws.length === 0) return;
  const lines = flaws.map(({ file, line, reason }) => `  ${file}:${line} — ${reason}`);
  throw new HarnessSetupError(
    `La spécification ne peut pas être jouée :\n${lines.join('\n')}`,
    'Corrigez ces lignes, puis relancez.',
  );
}

/** bddgen matches every sentence with the definitions: it refuses the unknown and the ambiguous. */
function generate(root: string): void {
  const cli = join(root, 'node_modules/playwright-bdd/dist/cli/index.js');
  const { PLAYWRIGHT_BDD_CONFIGS: _, ...environment } = process.env;
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli], {
    cwd: root,
    env: { ...environment, [AT_WORK]: '1' },
    encoding: 'utf8',
  });
  if (status === 0) return;
  throw new HarnessSetupError(
    `Des phrases des scénarios n'ont pas une définition et une seule :\n${`${stdout}${stderr}`.trim()}`,
    'Corrigez la phrase (features/) ou sa définition (steps/), puis relancez.',
  );
}

/** What must be alone on the portal is told so in the specs. */
function lockSpecs(root: string): void {
  for (const file of filesUnder(join(root, '.features-gen/specs'))) {
    const spec = readFileSync(file, 'utf8');
    const locked = withLocks(spec);
    if (locked !== spec) writeFileSync(file, locked);
  }
}

function digestOf(root: string): string {
  const hash = createHash('sha256');
  for (const input of INPUTS) {
    for (const file of filesUnder(join(root, input))) hash.update(file).update(readFileSync(file));
  }
  return hash.digest('hex');
}

function filesUnder(path: string): string[] {
  try {
    const entries = readdirSync(path, { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile() && !entry.name.endsWith('.test.ts'))
      .map((entry) => join(entry.parentPath, entry.name))
      .sort();
  } catch {
    return [path];
  }
}

function readOr(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
