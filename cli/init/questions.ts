import input from '@inquirer/input';
import select from '@inquirer/select';
import type { Answers } from './draft.ts';
import { mustBeAuthorised, urlFlaw } from './url-flaw.ts';

/** Where questions are asked and answered: the terminal, unless told otherwise. */
export type Terminal = NonNullable<Parameters<typeof input>[1]>;

/** The keys that answer are the usual ones; the library would say so in English. */
const THEME = { style: { keysHelpTip: () => undefined } };

/** Asks a person what was not answered on the command line. */
export async function ask(given: Partial<Answers>, terminal: Terminal = {}): Promise<Answers> {
  const name = given.name ?? (await askName(terminal));
  const url = given.url ?? (await askUrl(terminal));
  const authorised = given.authorised ?? (await askAuthorisation(url, terminal));
  const mailpit = given.mailpit ?? (await askMailpit(terminal));
  const isCaptchaGiven = given.captcha !== undefined || given.withoutCaptcha !== undefined;
  const captcha = isCaptchaGiven ? given : await askCaptcha(terminal);
  return {
    name,
    url,
    ...(authorised === undefined ? {} : { authorised }),
    ...(mailpit === '' ? {} : { mailpit }),
    ...(captcha.captcha === undefined ? {} : { captcha: captcha.captcha }),
    ...(captcha.withoutCaptcha === undefined ? {} : { withoutCaptcha: captcha.withoutCaptcha }),
    activation: given.activation ?? (await askActivation(terminal)),
    insee: given.insee ?? (await askInsee(terminal)),
  };
}

function askName(terminal: Terminal): Promise<string> {
  return input({ message: 'Nom du portail, pour les rapports :', validate: isSaid }, terminal);
}

function askUrl(terminal: Terminal): Promise<string> {
  const message = 'Adresse de son accueil (une recette, jamais une production) :';
  return input({ message, validate: (url) => urlFlaw(url) ?? true }, terminal);
}

async function askAuthorisation(url: string, terminal: Terminal): Promise<Answers['authorised']> {
  if (!mustBeAuthorised(url)) return undefined;
  const message =
    'Cette adresse n’est ni locale, ni réservée aux essais. Qui autorise d’y créer des comptes ?';
  const by = await input({ message, validate: isSaid }, terminal);
  const until = await input({ message: 'Jusqu’à quel jour (AAAA-MM-JJ) ?', validate: isDay }, terminal);
  return { by, until };
}

function askMailpit(terminal: Terminal): Promise<string> {
  const message =
    'Adresse du Mailpit qui attrape ses courriels (vide : « npx diapason serve » les attrape) :';
  return input({ message, validate: (url) => url === '' || (urlFlaw(url) ?? true) }, terminal);
}

async function askCaptcha(terminal: Terminal): Promise<Pick<Answers, 'captcha' | 'withoutCaptcha'>> {
  const choices = [
    { value: 'answer', name: 'oui, et une réponse de test y est toujours acceptée' },
    { value: 'none', name: 'non' },
    { value: 'unknown', name: 'je ne sais pas encore' },
  ] as const;
  const how = await select({ message: 'L’étape 2 a-t-elle un captcha ?', choices, theme: THEME }, terminal);
  if (how === 'answer')
    return { captcha: await input({ message: 'Quelle réponse ?', validate: isSaid }, terminal) };
  if (how === 'none')
    return {
      withoutCaptcha: await input({ message: 'Pourquoi n’y en a-t-il pas ?', validate: isSaid }, terminal),
    };
  return {};
}

function askActivation(terminal: Terminal): Promise<Answers['activation']> {
  const choices = [
    { value: 'lien', name: 'un lien' },
    { value: 'code', name: 'un code à saisir' },
  ] as const;
  return select({ message: 'Que porte le courriel d’activation ?', choices, theme: THEME }, terminal);
}

function askInsee(terminal: Terminal): Promise<Answers['insee']> {
  const choices = [
    {
      value: 'double',
      name: 'son serveur, à qui l’on peut donner l’adresse du double (« npx diapason serve »)',
    },
    { value: 'page', name: 'sa page, dans le navigateur' },
  ] as const;
  return select({ message: 'Qui interroge l’INSEE ?', choices, theme: THEME }, terminal);
}

function isSaid(text: string): true | string {
  return text.trim() !== '' || 'Une réponse est attendue.';
}

function isDay(text: string): true | string {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) || 'Une date est attendue, par exemple 2026-12-31.';
}
