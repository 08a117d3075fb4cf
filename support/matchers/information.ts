import { Finding } from '../failures.ts';
import { seenOf } from '../portal/decision.ts';
import type { Field } from '../portal/field.ts';
import type { InformationPage, PersonalInformation, TypedStructure } from '../portal/information.ts';
import type { Portal } from '../portal/portal.ts';
import { showsText } from '../portal/shown.ts';
import type { Rounds } from '../rounds.ts';
import { quoted } from './quoted.ts';

/** Demands that step 2 shows the login address, elsewhere than in the fields where an address is to be typed. */
export async function expectLoginRecalled(portal: Portal, email: string): Promise<void> {
  const pages: string[] = [];
  do {
    if (await recalls(portal, email)) return;
    pages.push(await portal.pageShown());
  } while (await portal.information.goOn());
  throw new Finding({
    done: `Étape 2 : l'adresse de connexion saisie à l'étape 1, ${email}, a été cherchée`,
    expected: 'cette adresse, affichée ailleurs que dans les champs à remplir',
    seen: `elle n'est affichée nulle part ; ${pages.join(', ')}`,
  });
}

async function recalls(portal: Portal, email: string): Promise<boolean> {
  const { text, values } = await portal.shown();
  const others = [...values];
  for (const typed of await portal.information.typedAddresses()) others.splice(others.indexOf(typed), 1);
  return [text, ...others].some((shown) => shown.toLowerCase().includes(email.toLowerCase()));
}

/** Demands that the right of opposition is written by the choice of the survey. */
export async function expectOppositionRecalled({ survey }: InformationPage): Promise<void> {
  const text = await survey.surroundings();
  if (/opposition|retrait|opposer|retirer/i.test(text)) return;
  throw new Finding({
    done: `Étape 2 : ce qui est écrit auprès de « ${survey.search.name} » (enquête de satisfaction) a été lu`,
    expected: "le rappel du droit de retrait ou d'opposition",
    seen: quoted(text),
  });
}

/** Demands that each field of a table was demanded when it was left empty; the finding names those that were not. */
export function expectEachDemanded({ answers, tried, givenUp }: Rounds): void {
  if (answers.length === 0) throw new Error('Aucune donnée à vérifier : le tableau est vide.');
  const wrong = answers.filter(({ decision }) => decision?.outcome !== 'refused');
  if (wrong.length === 0) return;
  throw new Finding({
    done: `${tried} : chacun a été laissé vide à son tour, tout le reste étant rempli, et la saisie envoyée`,
    expected: 'un refus à chaque fois',
    seen: wrong.map(({ row, decision }) => `sans « ${row} », ${seenOf(decision)}`).join(' ; ') + givenUp,
  });
}

/** Demands that a field holds a value, to the letter. */
export async function expectHeld(field: Field, expected: string): Promise<void> {
  const held = await field.value();
  if (held === expected) return;
  throw new Finding({
    done: `${field.search.where} : « ${field.search.name} » a été lu tel qu'il est proposé`,
    expected: quoted(expected),
    seen: quoted(held),
  });
}

/** Demands that a page, reached since, shows each of these texts as they were typed, by what they are. */
export async function expectShown(portal: Portal, texts: Readonly<Record<string, string>>): Promise<void> {
  const shown = await portal.shown();
  const missing = Object.entries(texts).filter(([, text]) => !showsText(shown, text));
  if (missing.length === 0) return;
  throw new Finding({
    done: `Ce qui a été saisi à l'étape 2 a été cherché à l'écran : ${await portal.pageShown()}`,
    expected: `${Object.entries(texts).map(named).join(', ')}, à l’identique`,
    seen: `absent : ${missing.map(named).join(', ')}`,
  });
}

/** Demands that a refusal left everything as it was typed; captcha and confirmation may be asked again. */
export async function expectKept(page: InformationPage, typed: PersonalInformation): Promise<void> {
  const lost = await page.lost(typed);
  if (lost.length === 0) return;
  throw new Finding({
    done: 'Étape 2 : tout a été rempli, avec une seule faute (image ou adresse resaisie) ; après le refus, la saisie a été relue',
    expected: 'tout le reste tel que saisi',
    seen: lost.join(' ; '),
  });
}

/** Demands that help is offered, and opens. */
export async function expectHelp(portal: Portal): Promise<void> {
  const opening = await portal.information.openHelp();
  if (opening?.opens) return;
  throw new Finding({
    done: 'Étape 2 : une aide (lien ou bouton) a été cherchée, puis ouverte',
    expected: 'une page, un courriel, un appel ou une fenêtre',
    seen: opening?.seen ?? `aucun lien ni bouton d'aide ; ${await portal.pageShown()}`,
  });
}

/** Demands that INSEE's « [ND] » shows nowhere by the structure, neither as text nor in a field. */
export async function expectNoMask(portal: Portal, mask: string, siret: string): Promise<void> {
  await portal.information.goOnToStructure();
  const { text, values } = await portal.shown();
  const held = values.filter((value) => value.includes(mask));
  if (held.length === 0 && !text.includes(mask)) return;
  const inFields = `dans ${await holdersOf(portal.information, mask)} : ${held.map(quoted).join(', ')}`;
  throw new Finding({
    done: `Étape 2, SIRET ${siret} : « ${mask} », que l'INSEE met à la place de ce qu'il ne diffuse pas, a été cherché`,
    expected: 'ni dans un champ, ni dans le texte',
    seen: held.length > 0 ? inFields : 'affiché dans le texte',
  });
}

/** Where INSEE's mask might show among the fields of the structure. */
const MASKABLE = ['raisonSociale', 'libelle', 'adresse', 'complement', 'codePostal', 'ville'] as const;

async function holdersOf(page: InformationPage, mask: string): Promise<string> {
  const names: string[] = [];
  for (const entry of MASKABLE) {
    const field = page.structure(entry);
    if ((await field.isThere()) && (await field.value()).includes(mask))
      names.push(`« ${field.search.name} »`);
  }
  return names.length === 0 ? 'un champ' : names.join(', ');
}

/** Demands that these fields of the structure are empty and can be filled in. */
export async function expectToFillIn(page: InformationPage, masked: TypedStructure): Promise<void> {
  const entries = Object.keys(masked) as Array<keyof TypedStructure>;
  if (entries.length === 0) throw new Error("L'INSEE ne masque rien de cette entreprise.");
  const wrong: string[] = [];
  for (const entry of entries) {
    const field = page.structure(entry);
    const held = await field.value();
    if (held !== '') wrong.push(`« ${field.search.name} » contient ${heldInWords(held)}`);
    else if (!(await field.isUsable())) wrong.push(`« ${field.search.name} » ne peut pas être rempli`);
  }
  if (wrong.length === 0) return;
  throw new Finding({
    done: "Étape 2 : les champs que l'INSEE ne diffuse pas pour cette entreprise ont été lus",
    expected: 'chacun vide et à remplir',
    seen: wrong.join(' ; '),
  });
}

/** Spaces between quotation marks look like nothing at all. */
function heldInWords(held: string): string {
  return held.trim() === '' ? `des espaces (${held.length}), invisibles et envoyés tels quels` : quoted(held);
}

function named([name, text]: readonly [string, string]): string {
  return `${name} ${quoted(text)}`;
}
