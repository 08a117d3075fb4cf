import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { HarnessSetupError } from '../setup-error.ts';
import { checkAddress } from './guard.ts';
import { guideLexicon, type LexiconOverrides, lexiconWith, type Place } from './lexicon.ts';
import { type TargetFile, targetSchema } from './schema.ts';
import type { Target } from './target.ts';

/**
 * Reads a target file (JSON) and fills in the defaults.
 * @throws HarnessSetupError naming the file, the key and the fix, when the file can't be used.
 */
export async function loadTarget(path: string): Promise<Target> {
  const file = parse(path, await read(path));
  checkLexicon(path, file.lexicon ?? {});
  checkAddress(path, file.url);
  if (file.mail?.mailpit !== undefined) checkAddress(path, file.mail.mailpit);
  if (file.clock !== undefined) checkAddress(path, file.clock.url);
  const { mail, password, captcha } = file;
  return {
    name: file.name,
    url: file.url,
    ...(file.vendor === undefined ? {} : { vendor: file.vendor }),
    ...(file.version === undefined ? {} : { version: file.version }),
    mail: {
      domain: mail?.domain ?? 'fournisseur.example',
      quietMs: mail?.quietMs ?? 2_000,
      deadlineMs: mail?.deadlineMs ?? 30_000,
      ...(mail?.mailpit === undefined ? {} : { mailpit: mail.mailpit }),
    },
    ...(captcha === undefined ? {} : { captcha }),
    ...(file.clock === undefined ? {} : { clock: file.clock }),
    ...(file.activation === undefined ? {} : { activation: file.activation }),
    ...(file.insee === undefined ? {} : { insee: inseeOf(file.insee) }),
    ...(file.linkValidity === undefined ? {} : { linkValidity: file.linkValidity }),
    linkValidityMinutes: minutesOf(file.linkValidity ?? '60 min'),
    password: {
      min: password?.min ?? 8,
      kinds: password?.kinds ?? 3,
      ...(password?.scale === undefined ? {} : { scale: password.scale }),
    },
    lexicon: lexiconWith(file.lexicon as LexiconOverrides | undefined),
    without: file.without ?? {},
    answerMs: file.answerMs ?? 10_000,
  };
}

function inseeOf({ by, url }: NonNullable<TargetFile['insee']>): NonNullable<Target['insee']> {
  return url === undefined ? { by } : { by, url };
}

const MINUTES: Readonly<Record<string, number>> = { s: 1 / 60, min: 1, h: 60, j: 1_440 };

/** The schema has checked the form: « 60 min », « 24 h », « 7 j ». */
function minutesOf(duration: string): number {
  const [count = '', unit = ''] = duration.split(' ');
  return Number(count) * (MINUTES[unit] ?? 1);
}

async function read(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch {
    throw new HarnessSetupError(
      `Fichier cible introuvable ou illisible : ${path}`,
      'Vérifiez le chemin donné à --target ou à la variable TARGET.',
    );
  }
}

function parse(path: string, text: string): TargetFile {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw new HarnessSetupError(
      `Le fichier cible ${path} n'est pas du JSON valide : ${(error as Error).message}`,
      'Corrigez la syntaxe (virgule en trop, guillemet oublié…).',
    );
  }
  const result = targetSchema.safeParse(json, { error: z.locales.fr().localeError });
  if (result.success) return result.data;
  const issues = result.error.issues.map(
    (issue) => `  - ${issue.path.join('.') || '(racine)'} : ${issue.message}`,
  );
  throw new HarnessSetupError(
    `Le fichier cible ${path} ne respecte pas le contrat :\n${issues.join('\n')}`,
    'Corrigez ces clés ; seules « name » et « url » sont obligatoires.',
  );
}

function checkLexicon(path: string, lexicon: NonNullable<TargetFile['lexicon']>): void {
  for (const [place, entries] of Object.entries(lexicon)) {
    if (!Object.hasOwn(guideLexicon, place))
      throw unknownName(path, `lexicon.${place}`, Object.keys(guideLexicon));
    const known = Object.keys(guideLexicon[place as Place]);
    const stranger = Object.keys(entries).find((entry) => !known.includes(entry));
    if (stranger !== undefined) throw unknownName(path, `lexicon.${place}.${stranger}`, known);
  }
}

function unknownName(path: string, key: string, known: readonly string[]): HarnessSetupError {
  return new HarnessSetupError(
    `Le fichier cible ${path} renomme « ${key} », qui n'existe pas.`,
    `Noms possibles : ${known.join(', ')}.`,
  );
}
