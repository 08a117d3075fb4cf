import type { Applicant } from '../../fixtures/applicant.ts';
import { Finding } from '../failures.ts';
import { normalise } from '../portal/in-page/normalise.ts';
import { rank } from '../portal/in-page/rank.ts';
import type { Opening } from '../portal/opening.ts';
import type { Portal } from '../portal/portal.ts';
import { WORKSPACES, type WorkspacesPage } from '../portal/workspaces.ts';
import type { World } from '../runner/world.ts';
import { announcesValidity } from '../validity.ts';
import { quoted } from './quoted.ts';

/** Demands that a link opened something: a page that answers, and shows what was not there before. */
export function expectOpened({ opens, seen }: Opening, name: string): void {
  if (opens) return;
  throw new Finding({
    done: `Étape 1 : le lien « ${name} » a été suivi`,
    expected: 'une page qui répond, et qui montre une autre voie',
    seen,
  });
}

/** Demands that the words of welcome bear the person's name; the login address holds it too, and does not count. */
export async function expectGreeted(
  page: WorkspacesPage,
  { nom, email }: Pick<Applicant, 'nom' | 'email'>,
): Promise<void> {
  const greeting = (await page.greeting()).replaceAll(new RegExp(escaped(email), 'gi'), ' ');
  if (rank(normalise(greeting), normalise(nom)) > 0) return;
  throw new Finding({
    done: "Étape 3 : les mots d'accueil ont été lus",
    expected: `un accueil par le nom, « ${nom} »`,
    seen: quoted(greeting.split('\n')[0]?.trim() ?? ''),
  });
}

/** Demands that the page recalls the login address. */
export async function expectAccountRecalled(portal: Portal, email: string): Promise<void> {
  if ((await portal.shownText()).toLowerCase().includes(email.toLowerCase())) return;
  throw new Finding({
    done: "Étape 3 : le rappel du compte, l'adresse de connexion, a été cherché",
    expected: email,
    seen: `cette adresse ne figure pas sur la ${await portal.pageShown()}`,
  });
}

/** Demands that every workspace comes to a state once asked to; the finding names those that do not. */
export async function expectAllSwitched(page: WorkspacesPage, on: boolean): Promise<void> {
  const wrong: string[] = [];
  for (const name of WORKSPACES) if (!(await page.workspace(name).becomes(on))) wrong.push(`« ${name} »`);
  if (wrong.length === 0) return;
  throw new Finding({
    done: `Étape 3 : chaque espace a été ${on ? 'ouvert' : 'fermé'} l'un après l'autre, puis relu`,
    expected: `tous ${on ? 'ouverts (OUI)' : 'fermés (NON)'}`,
    seen: `${wrong.join(', ')} ${on ? 'reste fermé' : 'reste ouvert'}`,
  });
}

/** Demands that the page says that the account is created. */
export async function expectCreationConfirmed(portal: Portal): Promise<void> {
  if (await portal.workspaces.saysCreated()) return;
  throw new Finding({
    done: 'Étape 3 : les espaces ont été validés, et la confirmation a été lue',
    expected: '« Votre compte est créé », ou des mots semblables',
    seen: await portal.pageShown(),
  });
}

/** Demands that the page announces an activation mail. */
export async function expectMailAnnounced(portal: Portal): Promise<void> {
  if (await portal.workspaces.announcesMail()) return;
  throw new Finding({
    done: 'Étape 3 : les espaces ont été validés, et la confirmation a été lue',
    expected: "l'annonce d'un courriel d'activation",
    seen: await portal.pageShown(),
  });
}

/** Demands that the page, or else the activation mail, says that the activation must be done in a limited time. */
export async function expectValidityAnnounced({ portal, mail, journey }: World): Promise<void> {
  if (announcesValidity(await portal.shownText())) return;
  const { text, html, subject } = await mail.activationMailOf(journey.applicant.email);
  if (announcesValidity(text) || announcesValidity(html.replace(/<[^>]*>/g, '\n\n'))) return;
  throw new Finding({
    done: `La page qui suit la validation des espaces, puis le courriel « ${subject} », ont été lus`,
    expected: "l'annonce d'une durée de validité (« valable 60 minutes », « durée de validité limitée »…)",
    seen: "aucune durée, ni à l'écran, ni dans le courriel",
  });
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
