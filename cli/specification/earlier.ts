import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readCatalogue } from '../../reports/catalogue.ts';
import type { FeatureSource } from '../../reports/dossier/dossier.ts';
import type { Version } from '../../reports/dossier/specification/changes.ts';
import { HarnessSetupError } from '../../support/setup-error.ts';
import { shownPath } from '../root.ts';

/**
 * Reads another version of the rules: a dossier, a checkout of Diapason, or a catalogue with its features beside it or
 * in `features`; a catalogue alone is enough to tell which rules changed.
 * @throws HarnessSetupError when there is no catalogue there
 */
export function earlierVersion(given: string): Version & { readonly label: string } {
  const path = catalogueAt(given);
  const folder = dirname(path);
  const features = featuresIn(folder);
  return {
    label: `« ${shownPath(given)} »`,
    catalogue: readable(path),
    features: features.length > 0 ? features : featuresIn(join(folder, 'features')),
  };
}

function catalogueAt(given: string): string {
  const places = [given, join(given, 'catalogue.json'), join(given, 'features/catalogue.json')];
  const found = places.find((place) => existsSync(place) && statSync(place).isFile());
  if (found !== undefined) return found;
  throw new HarnessSetupError(
    `Aucune version à comparer : ${shownPath(given)} n’est pas un catalogue, et n’en contient pas.`,
    'Donnez un dossier de conformité, un fichier catalogue.json, ou une copie de Diapason à sa version d’alors.',
  );
}

function readable(path: string): Version['catalogue'] {
  try {
    return readCatalogue(path);
  } catch (error) {
    throw new HarnessSetupError(
      (error as Error).message,
      'Donnez un catalogue.json écrit par Diapason (« features/catalogue.json », ou celui d’un dossier).',
    );
  }
}

function featuresIn(folder: string): FeatureSource[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.feature'))
    .toSorted()
    .map((name) => ({ path: `features/${name}`, text: readFileSync(join(folder, name), 'utf8') }));
}
