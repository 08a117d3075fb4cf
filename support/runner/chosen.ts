import { type Defect, defects } from '../../fixtures/defects/index.ts';
import { sentinels } from '../../fixtures/sentinels/index.ts';
import { variants } from '../../fixtures/variants/index.ts';
import type { Alterations } from '../embedded-portal.ts';
import type { OwnPortal } from '../environment.ts';
import { HarnessSetupError } from '../setup-error.ts';
import type { ChosenPortal } from '../shipped-portal.ts';
import { embeddedTarget } from '../target/embedded.ts';
import { ownTarget, shippedNamed, targetFileOf } from '../target/shipped.ts';
import type { Target } from '../target/target.ts';
import { targetOfVariant } from '../target/variants.ts';

/**
 * Returns the target this process plays against: the file named by `TARGET`, else the portal that each worker starts
 * for itself, which is one of those we ship where `DIAPASON_PORTAL` names it, else the reference portal.
 */
export async function chosenTarget(environment: NodeJS.ProcessEnv = process.env): Promise<Target> {
  const { TARGET, DIAPASON_PORTAL, DIAPASON_VARIANT } = environment;
  if (!TARGET && !DIAPASON_PORTAL) return targetOfVariant(DIAPASON_VARIANT, embeddedTarget);
  const { loadTarget } = await import('../target/load.ts');
  if (TARGET) return loadTarget(TARGET);
  return ownTarget(await loadTarget(targetFileOf(shippedNamed(DIAPASON_PORTAL ?? ''))));
}

/**
 * Returns the portal that each worker starts for itself: the one of those we ship that `DIAPASON_PORTAL` names, with
 * the defect of its own that `DIAPASON_DEFECT` names, else the reference portal as it is altered.
 * @throws HarnessSetupError when none bears that name, or this machine can't run it
 */
export async function chosenPortal(environment: NodeJS.ProcessEnv = process.env): Promise<OwnPortal> {
  const { DIAPASON_PORTAL: id } = environment;
  return id ? chosenShipped(id, environment) : chosenAlterations(environment);
}

/**
 * Returns how the embedded portal is altered: the defect named by `DIAPASON_DEFECT`, the sentinel named by
 * `DIAPASON_SENTINEL`, the conforming variant named by `DIAPASON_VARIANT`. So the suite proves its power.
 * @throws HarnessSetupError when none bears that name, or when the portal is another one.
 */
export async function chosenAlterations(environment: NodeJS.ProcessEnv = process.env): Promise<Alterations> {
  const defect = named('DIAPASON_DEFECT', await defectsAround(environment), environment);
  const sentinel = named('DIAPASON_SENTINEL', sentinels, environment);
  const variant = named('DIAPASON_VARIANT', variants, environment);
  return {
    ...(defect === undefined ? {} : { defect }),
    ...(sentinel === undefined ? {} : { sentinel }),
    ...(variant === undefined ? {} : { variant }),
  };
}

function chosenShipped(id: string, environment: NodeJS.ProcessEnv): ChosenPortal {
  const alone = ['TARGET', 'DIAPASON_SENTINEL', 'DIAPASON_VARIANT'].find((variable) => environment[variable]);
  if (alone !== undefined) {
    throw new HarnessSetupError(
      `DIAPASON_PORTAL désigne le portail à jouer, et ${alone} en suppose un autre.`,
      'Retirez l’une des deux variables.',
    );
  }
  const shipped = shippedNamed(id);
  const defect = named('DIAPASON_DEFECT', shipped.defects, environment);
  return { shipped, ...(defect === undefined ? {} : { defect: defect.id }) };
}

/** The blind ones load the portal's rules hundreds of times: only when none of the others bears the name. */
async function defectsAround({ DIAPASON_DEFECT: id }: NodeJS.ProcessEnv): Promise<readonly Defect[]> {
  if (!id || defects.some((defect) => defect.id === id)) return defects;
  const { blindDefects } = await import('../../fixtures/defects/blind/index.ts');
  return [...defects, ...(await blindDefects())];
}

type Variable = 'DIAPASON_DEFECT' | 'DIAPASON_SENTINEL' | 'DIAPASON_VARIANT';

const NOUNS: Readonly<Record<Variable, readonly [string, string]>> = {
  DIAPASON_DEFECT: ['un défaut inconnu', 'Défauts connus'],
  DIAPASON_SENTINEL: ['une sentinelle inconnue', 'Sentinelles connues'],
  DIAPASON_VARIANT: ['une variante inconnue', 'Variantes connues'],
};

function named<T extends { readonly id: string }>(
  variable: Variable,
  known: readonly T[],
  environment: NodeJS.ProcessEnv,
): T | undefined {
  const id = environment[variable];
  if (!id) return undefined;
  if (environment.TARGET) {
    throw new HarnessSetupError(
      `${variable} altère le portail embarqué, et TARGET en désigne un autre.`,
      `Retirez l’une des deux variables.`,
    );
  }
  const chosen = known.find((candidate) => candidate.id === id);
  if (chosen !== undefined) return chosen;
  const [what, list] = NOUNS[variable];
  throw new HarnessSetupError(
    `${variable} désigne ${what} : « ${id} »`,
    `${list} : ${known.map((candidate) => candidate.id).join(', ')}.`,
  );
}
