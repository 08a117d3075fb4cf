import { findingIn, stopAt, usable } from './outcome.ts';
import { SOUGHT } from './sought.ts';
import type { Stand } from './stand.ts';
import type { Told } from './told.ts';

/** The login page, what it leads to, then the account. Returns why the journey stops there, if it does. */
export async function passLogin(stand: Stand, told: Told): Promise<string | undefined> {
  const way = await toLogin(stand, told);
  if (stand.target.without.connexion !== undefined) return undefined;
  if (way !== undefined) return way;
  const reports = await stand.see('login', ['email', 'password', 'submit']);
  const beside = [...(await stand.see('newLink', ['open'])), ...(await stand.see('recovery', ['open']))];
  told.note('Connexion', [await stand.keep('connexion', [...reports, ...beside])]);
  const there = usable(reports);
  const ownFill = stand.target.driver.login?.fill !== undefined;
  const needed = ownFill ? ['submit'] : ['email', 'password', 'submit'];
  const absent = needed.filter((entry) => !there.has(entry));
  if (absent.length > 0) return `la connexion ne peut se faire sans « ${absent.join(' », « ')} »`;
  for (const place of ['newLink', 'recovery'] as const)
    if (usable(beside.filter((report) => report.place === place)).has('open'))
      await visit(stand, told, place);
  const { login } = stand.portal;
  const { email, motDePasse } = stand.person.applicant;
  const stop = await findingIn(() => login.logIn(email, motDePasse));
  return stop ?? stopAt(stand, login, 'login', reports);
}

/** What a logged-in user sees, and the two pages where they change something. */
export async function seeAccount(stand: Stand, told: Told): Promise<string | undefined> {
  if (stand.target.without.connexion !== undefined) return undefined;
  const reports = await stand.see('account', Object.keys(SOUGHT.account));
  told.note('Compte', [await stand.keep('compte', reports)]);
  const there = usable(reports);
  const home = stand.page.url();
  for (const [way, place] of [
    ['workspaces', 'myWorkspaces'],
    ['structure', 'structure'],
  ] as const) {
    if (!there.has(way)) continue;
    if (!(await stand.shownAmong('account', [way])).includes(way)) await stand.open(home);
    if (!(await stand.shownAmong('account', [way])).includes(way)) continue;
    await stand.press('account', way);
    const seen = await stand.see(place, Object.keys(SOUGHT[place]));
    told.note(TITLES[place], [await stand.keep(place === 'structure' ? 'structure' : 'mes-espaces', seen)]);
  }
  return undefined;
}

const TITLES = {
  newLink: 'Nouveau lien d’activation',
  recovery: 'Mot de passe oublié',
  structure: 'Modifier ma structure',
  myWorkspaces: 'Modifier mes espaces',
} as const;

/** Comes to the login page as a person does, in a browser that the portal may know already. */
async function toLogin(stand: Stand, told: Told): Promise<string | undefined> {
  const { login } = stand.target;
  if (login !== undefined) {
    await stand.forget();
    await stand.open(login.url);
    return undefined;
  }
  if (await asksPassword(stand)) return undefined;
  let reports = await stand.see('login', ['open']);
  if (!usable(reports).has('open')) {
    await stand.forget();
    await stand.open(stand.url);
    reports = await stand.see('login', ['open']);
  }
  told.note('Vers la connexion', [await stand.keep('vers-la-connexion', reports)]);
  told.has.set('connexion', usable(reports).has('open'));
  if (await asksPassword(stand)) return undefined;
  if (!usable(reports).has('open')) return 'rien ne mène à la connexion';
  await stand.press('login', 'open');
  return undefined;
}

async function asksPassword(stand: Stand): Promise<boolean> {
  return (await stand.page.locator('input[type=password]').count()) > 0;
}

/** Opens a page from the login page, looks at it, and comes back. */
async function visit(stand: Stand, told: Told, place: 'newLink' | 'recovery'): Promise<void> {
  await stand.press(place, 'open');
  const seen = await stand.see(
    place,
    Object.keys(SOUGHT[place]).filter((entry) => entry !== 'open'),
  );
  const name = place === 'newLink' ? 'nouveau-lien' : 'mot-de-passe-oublie';
  told.note(TITLES[place], [await stand.keep(name, seen)]);
  await backToLogin(stand);
}

/** Opens the login page anew, its words being known. */
export async function backToLogin(stand: Stand): Promise<void> {
  await stand.open(stand.target.login?.url ?? stand.url);
  if (!(await asksPassword(stand)) && (await stand.shownAmong('login', ['open'])).length > 0)
    await stand.press('login', 'open');
}
