import { readCatalogue } from '../../reports/catalogue.ts';
import type { Dossier } from '../../reports/dossier/dossier.ts';
import { recordedDossier } from '../../reports/dossier/pages/sample.test-support.ts';
import { failingIn, finding, messagesOf, type ScenarioSpec } from '../../reports/messages.test-support.ts';
import { playOf } from '../../reports/messages.ts';
import { verdict } from '../../reports/verdict.ts';
import { readFeatures } from '../../support/specification/feature-file.ts';
import { LOCK_FILE } from '../../support/specification/lock.ts';
import { inProject, ROOT } from '../root.ts';

/** The dossier of a run of all the rules there are; those named were infringed, the captcha is waived. */
export async function wholeRun(...infringed: readonly string[]): Promise<Dossier> {
  const catalogue = readCatalogue(inProject(LOCK_FILE));
  const specs = catalogue.requirements.flatMap(({ id, feature, scenarios }) =>
    scenarios.flatMap(({ name, examples, line }, index): ScenarioSpec[] =>
      Array.from({ length: Math.max(1, examples) }, (_, row) => ({
        name: examples > 0 ? `${name}, ligne ${row + 1}` : name,
        requirement: id,
        uri: feature,
        line: line + row,
        ...(examples > 0 ? { outline: { name, row: row + 1 } } : {}),
        ...(infringed.includes(id) && index === 0 ? { steps: failingIn('Outcome', REFUSED) } : {}),
      })),
    ),
  );
  const plays = [playOf(messagesOf(specs))];
  const target = { name: 'Portail fournisseurs', url: 'https://recette.acme.test/', lacks: ['captcha'] };
  return {
    ...(await recordedDossier('entier')),
    verdict: verdict({ catalogue, target, plays }),
    catalogue,
    features: readFeatures(ROOT).map(({ file, text }) => ({ path: file, text })),
    plays,
  };
}

const REFUSED = finding(
  'Le mot de passe « Abc1!xy » a été proposé. Attendu : refus. Constaté : il a été accepté.',
);
