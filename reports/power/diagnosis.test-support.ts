import type { Catalogue } from '../catalogue.ts';
import type { RequirementOutcome } from '../requirement-verdict.ts';
import type { Diagnosis, Subject } from './diagnosis.ts';

/** A diagnosis from outcomes by requirement; the sentence of what is not kept names it. */
export function diagnosis(
  subject: Partial<Subject>,
  outcomes: Readonly<Record<string, RequirementOutcome>> = {},
  rest: Partial<Diagnosis> = {},
): Diagnosis {
  const findings = Object.entries(outcomes).map(([id, outcome]) => [
    id,
    { outcome, sentence: outcome === 'conforme' ? '' : `${id} parle.` },
  ]);
  return {
    subject: { id: 'un', sentence: 'Un défaut.', ...subject },
    findings: Object.fromEntries(findings),
    played: 1,
    ms: 1_000,
    ...rest,
  };
}

/** A catalogue with these requirements; each rule's digest is its id, unless told. */
export function catalogueOf(...rules: readonly (readonly [id: string, digest?: string])[]): Catalogue {
  const requirements = rules.map(([id, digest = id]) => ({
    id,
    sentence: `Règle ${id}`,
    feature: 'features/essai.feature',
    step: 1,
    level: 'essentiel' as const,
    obligation: 'exige' as const,
    conditions: [],
    scenarios: [{ name: `Scénario de ${id}`, examples: 0, line: 3 }],
    digest,
  }));
  return { version: 1, requirements };
}
