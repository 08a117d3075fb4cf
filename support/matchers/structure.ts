import { Finding, type Observation } from '../failures.ts';
import { normalise } from '../portal/in-page/normalise.ts';
import type { TypedStructure } from '../portal/information.ts';
import type { EditableField, StructurePage } from '../portal/structure.ts';
import { quoted } from './quoted.ts';

/** The French name each field has in a feature's table. */
const FIELDS: Readonly<Record<string, EditableField>> = {
  libellé: 'libelle',
  adresse: 'adresse',
  complément: 'complement',
  'code postal': 'codePostal',
  ville: 'ville',
  pays: 'pays',
};

/** What a person types of a structure at step 2: country and name have their own writing on each portal. */
const KEPT = ['libelle', 'adresse', 'complement', 'codePostal', 'ville'] as const;

/** Types each row « donnée, valeur » in the structure, and sends it. */
export async function editStructure(
  page: StructurePage,
  rows: ReadonlyArray<readonly string[]>,
): Promise<void> {
  await page.type(rows.map(([name = '', value = '']) => [fieldOf(name), value]));
  await page.save();
}

/** Demands that the structure in the account is what was typed at step 2, to the letter. */
export async function expectStructureKept(page: StructurePage, typed: TypedStructure): Promise<void> {
  const entries = KEPT.flatMap((entry) =>
    typed[entry] === undefined ? [] : [[entry, typed[entry]] as const],
  );
  await demand(page, entries, (shown, wanted) => shown === wanted, {
    done: "La structure saisie à l'étape 2 a été relue dans le compte activé",
    expected: 'chaque champ tel que saisi',
  });
}

/** Demands that the structure holds each row « donnée, valeur »; capitals and accents are the portal's choice. */
export async function expectStructureSaved(
  page: StructurePage,
  rows: ReadonlyArray<readonly string[]>,
): Promise<void> {
  const entries = rows.map(([name = '', value = '']) => [fieldOf(name), value] as const);
  await demand(page, entries, (shown, wanted) => normalise(shown) === normalise(wanted), {
    done: 'La structure modifiée par son gestionnaire principal a été relue, depuis un autre navigateur',
    expected: 'les valeurs qu’il a enregistrées',
  });
}

/** The finding names every field that differs. @throws Error when there is nothing to check */
async function demand(
  page: StructurePage,
  entries: ReadonlyArray<readonly [EditableField, string]>,
  isSame: (shown: string, wanted: string) => boolean,
  observation: Omit<Observation, 'seen'>,
): Promise<void> {
  if (entries.length === 0) throw new Error('Aucune donnée de la structure à vérifier.');
  const wrong: string[] = [];
  for (const [entry, wanted] of entries) {
    const field = page.entry(entry);
    const shown = await field.value();
    if (!isSame(shown, wanted))
      wrong.push(`« ${field.search.name} » : ${quoted(shown)} au lieu de ${quoted(wanted)}`);
  }
  if (wrong.length > 0) throw new Finding({ ...observation, seen: wrong.join(' ; ') });
}

function fieldOf(name: string): EditableField {
  const entry = FIELDS[name];
  if (entry !== undefined) return entry;
  throw new Error(`Donnée inconnue : « ${name} » (connues : ${Object.keys(FIELDS).join(', ')})`);
}
