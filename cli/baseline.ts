import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import input from '@inquirer/input';
import { baselineOf, KNOWABLE } from '../reports/baseline/baseline.ts';
import { count } from '../reports/typography.ts';
import type { RunVerdict } from '../reports/verdict.ts';
import { HarnessSetupError } from '../support/setup-error.ts';
import { BASELINE_SCHEMA_FILE } from './baseline/schema.ts';
import type { Terminal } from './init/questions.ts';
import { inOut, inProject, shownPath } from './root.ts';

/** What a person may say of a first baseline. */
export interface BaselineOptions {
  /** The verdict it is made from, or the folder of reports that holds it. */
  readonly from?: string;
  /** The file to write. */
  readonly file?: string;
  readonly owner?: string;
  readonly until?: string;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Writes a first baseline from a verdict: what it left to mend, with an owner and a last day; returns the exit code. */
export async function baseline(options: BaselineOptions, terminal?: Terminal): Promise<number> {
  const path = resolve(options.file ?? 'reference.json');
  const run = verdictIn(options.from ?? inOut());
  const owner = options.owner ?? (await asked('Qui doit guérir ces exigences ?', 'owner', terminal));
  const until = checkedDay(options.until ?? (await asked('Dernier jour (2026-12-31) ?', 'until', terminal)));
  const known = baselineOf(run, { owner, until });
  const content = { $schema: schemaFrom(path), target: run.target.name, known };
  write(path, `${JSON.stringify(content, undefined, 2)}\n`);
  process.stdout.write(said(path, run, known.length));
  return 0;
}

function verdictIn(given: string): Pick<RunVerdict, 'requirements' | 'target'> {
  const path = statSync(given, { throwIfNoEntry: false })?.isDirectory()
    ? join(given, 'verdict.json')
    : given;
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    throw new HarnessSetupError(
      `Aucun verdict à lire dans ${shownPath(resolve(path))}.`,
      'Donnez par --from un verdict.json, ou le dossier de rapports d’une série qui a rendu son verdict.',
    );
  }
}

async function asked(message: string, option: string, terminal: Terminal | undefined): Promise<string> {
  if (terminal !== undefined) return input({ message, required: true }, terminal);
  throw new HarnessSetupError(
    'Chaque exigence connue a un responsable et un dernier jour, et personne n’est là pour les dire (l’entrée n’est pas un terminal).',
    `Donnez --${option} ; par exemple --owner "Équipe portail" --until 2026-12-31.`,
  );
}

function checkedDay(day: string): string {
  if (DAY.test(day) && new Date(`${day}T00:00:00Z`).toJSON()?.startsWith(day)) return day;
  throw new HarnessSetupError(`« ${day} » n’est pas un jour.`, 'Écrivez-le ainsi : 2026-12-31.');
}

/** A baseline that people have signed with names and days is not replaced. */
function write(path: string, text: string): void {
  try {
    writeFileSync(path, text, { flag: 'wx' });
  } catch (error) {
    const isThere = (error as NodeJS.ErrnoException).code === 'EEXIST';
    throw new HarnessSetupError(
      isThere
        ? `${shownPath(path)} existe déjà : il n’est pas remplacé.`
        : `${shownPath(path)} ne peut pas être écrit (${(error as NodeJS.ErrnoException).code}).`,
      isThere
        ? 'Corrigez-le à la main (« run --baseline » dit quoi), ou donnez un autre nom par --file.'
        : 'Donnez par --file un fichier d’un dossier qui existe, où vous pouvez écrire.',
    );
  }
}

function schemaFrom(path: string): string {
  return relative(join(path, '..'), inProject(BASELINE_SCHEMA_FILE)).replaceAll('\\', '/');
}

function said(path: string, { requirements }: Pick<RunVerdict, 'requirements'>, listed: number): string {
  const unlisted = requirements.filter(
    ({ outcome }) =>
      !['conforme', 'réserve', 'non applicable'].includes(outcome) &&
      !KNOWABLE.some((each) => each === outcome),
  );
  const left = unlisted.map(({ requirement, outcome }) => `${requirement.id} (${outcome})`).join(', ');
  return [
    `Écrit : ${shownPath(path)}, ${count(listed, 'exigence connue', 'exigences connues')}.`,
    ...(unlisted.length === 0
      ? []
      : [`Laissées de côté, car elles ne disent rien du portail : ${left}. Rejouez-les d’abord.`]),
    `Ensuite : npx diapason run … --baseline ${shownPath(path)}`,
    '',
  ].join('\n');
}
