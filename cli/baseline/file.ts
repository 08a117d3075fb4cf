import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Known } from '../../reports/baseline/baseline.ts';
import type { Catalogue } from '../../reports/catalogue.ts';
import { HarnessSetupError } from '../../support/setup-error.ts';
import { type Flaw, flawsOf } from '../../support/target/contract/flaws.ts';
import { nearest } from '../../support/target/contract/nearest.ts';
import { JsonFault, readJson } from '../../support/target/file/json.ts';
import { shownPath } from '../root.ts';
import { baselineSchema } from './schema.ts';

/** A baseline, as its file gives it. */
export interface Baseline {
  /** As a person would type it. */
  readonly shown: string;
  readonly known: readonly Known[];
}

/**
 * Reads a baseline for a target.
 * @throws HarnessSetupError naming the file, the key and the fix, when it can't be used
 */
export function readBaseline(given: string, catalogue: Catalogue, targetName: string): Baseline {
  const shown = shownPath(resolve(given));
  const content = contentOf(given, shown);
  const checked = baselineSchema.safeParse(content);
  if (!checked.success) {
    const written = (path: readonly PropertyKey[]) => valueAt(content, path);
    throw refusal(shown, flawsOf(checked.error.issues, { schema: baselineSchema, written }));
  }
  const { known, target } = checked.data;
  const flaws = [...known.flatMap((entry, index) => entryFlaws(entry, index, known, catalogue))];
  if (target !== undefined && target !== targetName)
    flaws.push({
      path: ['target'],
      sentence: `cette référence est celle de « ${target} », et la cible se nomme « ${targetName} ». Donnez la sienne, ou retirez cette clé`,
    });
  if (flaws.length > 0) throw refusal(shown, flaws);
  return { shown, known };
}

function contentOf(given: string, shown: string): unknown {
  let text: string;
  try {
    text = readFileSync(given, 'utf8');
  } catch {
    throw new HarnessSetupError(
      `La référence connue ${shown} est introuvable, ou illisible.`,
      'Vérifiez le chemin donné à --baseline ; « npx diapason baseline » en écrit une première.',
    );
  }
  try {
    return readJson(text);
  } catch (error) {
    if (!(error instanceof JsonFault)) throw error;
    throw new HarnessSetupError(
      `La référence connue ${shown}, ligne ${error.line}, n’est pas du JSON valide : ${error.message}.`,
      'Corrigez cette ligne.',
    );
  }
}

function entryFlaws(
  { requirement }: Known,
  index: number,
  all: readonly Known[],
  { requirements }: Catalogue,
): Flaw[] {
  const path = ['known', index, 'requirement'];
  const ids = requirements.map(({ id }) => id);
  const near = nearest(requirement, ids);
  const fix = near === undefined ? 'docs/exigences.md les donne toutes' : `Vouliez-vous dire ${near} ?`;
  return [
    ...(ids.includes(requirement)
      ? []
      : [{ path, sentence: `${requirement} n’est pas au catalogue. ${fix}` }]),
    ...(all.findIndex((other) => other.requirement === requirement) < index
      ? [{ path, sentence: `${requirement} est donnée deux fois. Retirez-en une` }]
      : []),
  ];
}

/** All that is wrong is said at once: a person mends a file in one go. */
function refusal(shown: string, flaws: readonly Flaw[]): HarnessSetupError {
  const lines = flaws.map(
    ({ path, sentence }) =>
      `  - ${path.map(String).join('.')} : ${sentence}${/[?.]$/.test(sentence) ? '' : '.'}`,
  );
  return new HarnessSetupError(
    `La référence connue ${shown} ne respecte pas son contrat :\n${lines.join('\n')}`,
    'Corrigez ces clés ; targets/reference.schema.json les décrit.',
  );
}

function valueAt(content: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
    content,
  );
}
