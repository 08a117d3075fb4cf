import { Finding } from '../failures.ts';
import { normalise } from '../portal/in-page/normalise.ts';
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

/** Types each row « donnée, valeur » in the structure, and sends it. */
export async function editStructure(
  page: StructurePage,
  rows: ReadonlyArray<readonly string[]>,
): Promise<void> {
  for (const [name = '', value = ''] of rows) await page.entry(fieldOf(name)).fill(value);
  await page.save();
}

/** Demands that the structure holds each row « donnée, valeur »; the finding names every field that differs. */
export async function expectStructure(
  page: StructurePage,
  rows: ReadonlyArray<readonly string[]>,
): Promise<void> {
  if (rows.length === 0) throw new Error('Aucune donnée à vérifier : le tableau est vide.');
  const wrong: string[] = [];
  for (const [name = '', value = ''] of rows) {
    const shown = await page.entry(fieldOf(name)).value();
    if (normalise(shown) !== normalise(value))
      wrong.push(`« ${name} » : ${quoted(shown)} au lieu de ${quoted(value)}`);
  }
  if (wrong.length === 0) return;
  throw new Finding({
    done: 'La structure modifiée par son gestionnaire principal a été relue, depuis un autre navigateur',
    expected: 'les valeurs qu’il a enregistrées',
    seen: wrong.join(' ; '),
  });
}

function fieldOf(name: string): EditableField {
  const entry = FIELDS[name];
  if (entry !== undefined) return entry;
  throw new Error(`Donnée inconnue : « ${name} » (connues : ${Object.keys(FIELDS).join(', ')})`);
}
