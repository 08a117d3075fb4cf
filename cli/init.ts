import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { HarnessSetupError } from '../support/setup-error.ts';
import { loadTarget } from '../support/target/load.ts';
import { type Answers, draftOf } from './init/draft.ts';
import type { InitOptions } from './init/options.ts';
import { ask, type Terminal } from './init/questions.ts';
import { shownPath } from './root.ts';

/** What a person who left in the midst of the questions ends with. */
const LEFT = 130;

/** Writes a portal's first target file, once it has asked what it must, and says what to do next; returns the exit code. */
export async function init(options: InitOptions, terminal?: Terminal): Promise<number> {
  const path = resolve(options.target ?? 'cible.json');
  if (existsSync(path)) throw alreadyThere(path);
  const given = givenIn(options);
  const answers =
    options.yes || terminal === undefined ? usual(given, options) : await asked(given, terminal);
  if (answers === undefined) {
    process.stdout.write('\nAbandon : aucun fichier n’est écrit.\n');
    return LEFT;
  }
  await write(path, draftOf(answers, path));
  process.stdout.write(nextSteps(path, answers));
  return 0;
}

function givenIn(options: InitOptions): Partial<Answers> {
  const { name, url, mailpit, captcha, withoutCaptcha, authorisedBy: by, authorisedUntil: until } = options;
  const known = { name, url, mailpit, captcha, withoutCaptcha };
  return {
    ...(Object.fromEntries(
      Object.entries(known).filter(([, value]) => value !== undefined),
    ) as Partial<Answers>),
    ...(options.activation === undefined ? {} : { activation: options.activation as Answers['activation'] }),
    ...(options.insee === undefined ? {} : { insee: options.insee as Answers['insee'] }),
    ...(by === undefined || until === undefined ? {} : { authorised: { by, until } }),
  };
}

/** What goes without saying, for who answers no question. */
function usual(given: Partial<Answers>, { yes }: InitOptions): Answers {
  const { url } = given;
  if (url === undefined)
    throw new HarnessSetupError(
      yes
        ? '--yes ne pose pas de question, et l’adresse du portail n’est pas donnée.'
        : 'Personne n’est là pour répondre (l’entrée n’est pas un terminal).',
      'Donnez au moins --url https://recette.acme.test/ --yes ; « npx diapason init --help » dit le reste.',
    );
  const name = given.name ?? `Portail ${URL.parse(url)?.host ?? ''}`.trim();
  return { activation: 'lien', insee: 'double', ...given, name, url };
}

async function asked(given: Partial<Answers>, terminal: Terminal): Promise<Answers | undefined> {
  try {
    return await ask(given, terminal);
  } catch (error) {
    // Ctrl-C, or the end of what is typed.
    if (error instanceof Error && ['ExitPromptError', 'AbortPromptError'].includes(error.name))
      return undefined;
    throw error;
  }
}

/** A file that breaks the contract is not left behind. */
async function write(path: string, text: string): Promise<void> {
  try {
    writeFileSync(path, text, { flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw alreadyThere(path);
    throw new HarnessSetupError(
      `Le fichier ${shownPath(path)} ne peut pas être écrit (${(error as NodeJS.ErrnoException).code}).`,
      'Donnez par --target un fichier d’un dossier qui existe, où vous pouvez écrire.',
    );
  }
  try {
    await loadTarget(path);
  } catch (error) {
    rmSync(path);
    throw error;
  }
}

function alreadyThere(path: string): HarnessSetupError {
  return new HarnessSetupError(
    `${shownPath(path)} existe déjà : il n’est pas remplacé.`,
    'Corrigez-le (« npx diapason doctor --fix » y aide), ou donnez un autre nom par --target.',
  );
}

function nextSteps(path: string, { mailpit, captcha, withoutCaptcha, insee }: Answers): string {
  const file = shownPath(path);
  const isServed = mailpit === undefined || insee === 'double';
  return [
    '',
    `Écrit : ${file}`,
    '',
    'Ensuite :',
    ...(isServed
      ? [
          '  npx diapason serve',
          '      sert le double de l’INSEE et la boîte de courriel, à donner au portail',
        ]
      : []),
    `  npx diapason doctor --target ${file} --fix`,
    '      parcourt le portail une fois, et écrit dans ce fichier les noms qu’il donne aux champs',
    `  npx diapason run --target ${file}`,
    '      joue la suite et rend un verdict',
    '',
    ...(captcha === undefined && withoutCaptcha === undefined
      ? [
          'Captcha : "captcha": { "answer": "…" } s’il y en a un, "without": { "captcha": "la raison" } sinon.',
        ]
      : []),
    'docs/demarrer.md mène au premier verdict ; docs/cible.md décrit toutes les clés.',
    '',
  ].join('\n');
}
