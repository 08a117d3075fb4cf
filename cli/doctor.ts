import { extname, resolve } from 'node:path';
import { HarnessSetupError } from '../support/setup-error.ts';
import { masked, secretsOf } from '../support/target/secrets.ts';
import { type Examination, examine } from './doctor/examination.ts';
import { faultsOf, isSound, remainderOf, reportOf } from './doctor/report.ts';
import { writeLexicon } from './doctor/write-lexicon.ts';
import { shownPath } from './root.ts';

/** What a person may ask of a diagnosis. */
export interface DoctorOptions {
  readonly target?: string;
  /** Writes in the target file the words that were learnt, then walks again. */
  readonly fix?: boolean;
}

/** Walks one journey of the target, says what it shows of the target file, and returns the exit code. */
export async function doctor({ target, fix = false }: DoctorOptions): Promise<number> {
  const given = target ?? process.env.TARGET;
  if (given) process.env.TARGET = resolve(given);
  if (fix && !given) throw noFile();
  process.stdout.write('Le portail est parcouru une fois, comptez une minute au plus.\n');
  const first = await examine('diapason doctor');
  say(first, reportOf(first));
  if (!fix || given === undefined) return codeOf(first);
  return correct(resolve(given), first);
}

/** Corrects the target file by what a first journey learnt and saw announced, and makes another. */
async function correct(path: string, first: Examination): Promise<number> {
  const { learnt, told } = first;
  const declared = told.remarks.flatMap(({ mend }) => mend ?? []);
  if (learnt.length === 0 && declared.length === 0) {
    say(first, '--fix : rien n’est à écrire dans le fichier cible.');
    return codeOf(first);
  }
  if (extname(path) !== '.json') {
    say(
      first,
      `--fix : ${shownPath(path)} est un programme, qui n’est pas modifié. Écrivez-y les lignes ci-dessus.`,
    );
    return codeOf(first);
  }
  await writeLexicon(path, learnt, declared);
  say(first, `Écrit dans ${shownPath(path)} ; un second parcours le vérifie.`);
  const second = await examine('diapason doctor --fix');
  say(second, remainderOf(second));
  if (second.learnt.length > 0) say(second, 'Ce second parcours a mené plus loin : relancez « --fix ».');
  return codeOf(second);
}

function codeOf(examination: Examination): number {
  return isSound(faultsOf(examination)) ? 0 : 1;
}

function say({ target }: Examination, text: string): void {
  process.stdout.write(`\n${masked(text, secretsOf(target))}\n`);
}

function noFile(): HarnessSetupError {
  return new HarnessSetupError(
    '--fix corrige un fichier cible, et aucun n’est donné.',
    'Ajoutez --target cible.json ; « npx diapason init » en écrit un.',
  );
}
