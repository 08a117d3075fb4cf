import type { Family } from '../../fixtures/siret.ts';
import { letMinutesPass } from '../clock.ts';
import type { Environment } from '../environment.ts';
import { MeansMissing } from '../failures.ts';
import { GivenCompanies } from '../given-companies.ts';
import { readFeatures, rulesOf } from '../specification/feature-file.ts';

/** Requirements that can't be verified with what a target declares, and what is lacking. */
export interface OutOfReach {
  readonly requirements: readonly string[];
  readonly means: string;
  readonly remedy: string;
}

/** What a sentence of the features asks for, beyond a portal and a mailbox. */
type Need = Family | 'horloge' | 'recherche';

/** The sentences that need more than every target gives; a test compares them with the steps. */
export const NEEDS: ReadonlyArray<readonly [RegExp, Need]> = [
  [/durée de validité du lien passe|minutes passent encore/, 'horloge'],
  [/personne d'autre ne le reçoit/, 'recherche'],
  [/dont l'INSEE ne connaît pas le SIRET/, 'inconnue'],
  [/dont l'établissement est fermé/, 'fermee'],
  [/établissement de La Poste/, 'la-poste'],
  [/l'INSEE est en panne/, 'insee-en-panne'],
  [/l'INSEE a épuisé son quota/, 'insee-quota'],
  [/dont l'INSEE masque/, 'partiellement-diffusee'],
  [/entrepreneur individuel/, 'entrepreneur-individuel'],
];

/** Returns what can't be verified of a target, by what is lacking: what the suite itself would say. */
export async function outOfReach(root: string, environment: Environment): Promise<OutOfReach[]> {
  const needing = requirementsByNeed(root);
  const lacks = await Promise.all(
    [...needing].map(async ([need, requirements]) => ({
      requirements,
      lack: await lackOf(need, environment),
    })),
  );
  return lacks.flatMap(({ requirements, lack }) =>
    lack === undefined ? [] : [{ requirements, means: lack.means, remedy: lack.remedy }],
  );
}

/** Returns the requirements whose scenarios say a sentence that needs something. */
export function requirementsByNeed(root: string): Map<Need, string[]> {
  const rules = readFeatures(root).flatMap(({ feature, text }) =>
    feature === undefined ? [] : rulesOf(feature).map((rule) => ({ rule, lines: text.split('\n') })),
  );
  const needing = new Map<Need, string[]>();
  for (const { rule, lines } of rules) {
    const id = rule.tags.find(({ name }) => name.startsWith('@EX-'))?.name.slice(1) ?? '';
    const said = scenarioLines(rule, lines);
    for (const [sentence, need] of NEEDS)
      if (said.some((line) => sentence.test(line))) needing.set(need, [...(needing.get(need) ?? []), id]);
  }
  return needing;
}

/** The steps and tables of a rule's scenarios, not its own words. */
function scenarioLines(rule: ReturnType<typeof rulesOf>[number], lines: readonly string[]): string[] {
  return rule.children.flatMap(({ scenario }) => {
    const steps = scenario?.steps.map(({ location }) => location.line) ?? [];
    const rows =
      scenario?.examples.flatMap(({ tableBody }) => tableBody.map(({ location }) => location.line)) ?? [];
    return [...steps, ...rows].map((line) => lines[line - 1] ?? '');
  });
}

async function lackOf(need: Need, environment: Environment): Promise<MeansMissing | undefined> {
  if (need === 'horloge') return meansMissingIn(() => letMinutesPass(untouched(environment), 0));
  if (need === 'recherche') return meansMissingIn(() => environment.mailbox.mailsHolding('diapason-doctor'));
  return GivenCompanies.of(environment.target)?.lackOf(need);
}

/** Nobody's clock is moved to see whether it could be. */
function untouched({ advanceClock }: Environment): Pick<Environment, 'advanceClock'> {
  return { advanceClock: advanceClock === undefined ? undefined : async () => undefined };
}

async function meansMissingIn(action: () => Promise<unknown>): Promise<MeansMissing | undefined> {
  try {
    await action();
    return undefined;
  } catch (error) {
    if (error instanceof MeansMissing) return error;
    throw error;
  }
}
