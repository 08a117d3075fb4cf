import { Finding } from '../failures.ts';
import type { Person } from '../person.ts';
import type { ActivationPage } from '../portal/activation.ts';
import { quoted } from './quoted.ts';

/** What the activation page must recall, by its name in a feature's table. */
export type Recalled = Readonly<
  Record<string, { readonly entry: keyof ActivationPage['recalled']; readonly value: string }>
>;

/** Returns what the activation page must recall of a person. */
export function recalledOf({ applicant, contactEmail }: Person): Recalled {
  const { email, nom, prenom } = applicant;
  return {
    'adresse de connexion': { entry: 'email', value: email },
    'adresse de contact': { entry: 'contactEmail', value: contactEmail ?? email },
    nom: { entry: 'nom', value: nom },
    prénom: { entry: 'prenom', value: prenom },
  };
}

/** Demands that the activation page shows each named value beside its label; the finding names every one that differs. */
export async function expectRecalled(
  { recalled }: ActivationPage,
  names: readonly string[],
  known: Recalled,
): Promise<void> {
  if (names.length === 0) throw new Error('Aucune donnée à vérifier : le tableau est vide.');
  const wrong: string[] = [];
  for (const name of names) {
    const data = known[name];
    if (data === undefined)
      throw new Error(`Donnée inconnue : « ${name} » (connues : ${Object.keys(known).join(', ')})`);
    const reading = recalled[data.entry];
    const shown = await reading.shown();
    if (shown === undefined) wrong.push(`« ${reading.name} » n'est pas affiché`);
    else if (!holds(shown, data.value))
      wrong.push(`« ${reading.name} » : ${quoted(shown)} au lieu de ${quoted(data.value)}`);
  }
  if (wrong.length === 0) return;
  throw new Finding({
    done: "Étape 4 : ce que la page d'activation rappelle du compte a été lu",
    expected: `${names.join(', ')}, tels qu'ils ont été saisis`,
    seen: wrong.join(' ; '),
  });
}

/** Case is the portal's choice, and it may show more than the value (a first name beside the name); never part of it. */
function holds(shown: string, value: string): boolean {
  const simple = (text: string): string => ` ${text.normalize('NFC').toLocaleLowerCase('fr')} `;
  const around = simple(shown).split(simple(value).trim());
  return around.some((before, index) => {
    const after = around[index + 1];
    return after !== undefined && /[^\p{L}\p{N}.@+_-]$/u.test(before) && /^[^\p{L}\p{N}@+_-]/u.test(after);
  });
}
