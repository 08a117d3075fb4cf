import { isDeepStrictEqual } from 'node:util';
import type { RunVerdict } from '../../verdict.ts';
import { VERDICT_FILE } from '../read.ts';

/** The fields that a dossier can't leave unsaid. */
const REQUIRED: readonly (keyof RunVerdict)[] = [
  'outcome',
  'label',
  'code',
  'requirements',
  'target',
  'levels',
];

/**
 * Returns, in French, each thing that a verdict says otherwise than the messages of the dossier do. `told` is what they
 * tell; what it says more than an earlier version of Diapason wrote is no flaw.
 */
export function verdictFlaws(claimed: unknown, told: RunVerdict): string[] {
  if (typeof claimed !== 'object' || claimed === null) return [`${VERDICT_FILE} est illisible.`];
  const said = claimed as Partial<RunVerdict>;
  const due: RunVerdict = JSON.parse(JSON.stringify(told));
  const unsaid = REQUIRED.filter((field) => said[field] === undefined);
  const fields = Object.entries(said).filter(([field]) => field !== 'requirements');
  const others = fields.filter(([field, value]) => !isDeepStrictEqual(value, due[field as keyof RunVerdict]));
  return [
    ...unsaid.map((field) => `${VERDICT_FILE} ne dit rien de « ${field} ».`),
    ...others.map(
      ([field, value]) =>
        `${VERDICT_FILE}, « ${field} » : il dit ${shown(value)}, les messages disent ${shown(due[field as keyof RunVerdict])}.`,
    ),
    ...requirementFlaws(said.requirements, due),
  ];
}

function requirementFlaws(said: RunVerdict['requirements'] | undefined, due: RunVerdict): string[] {
  if (!Array.isArray(said) || isDeepStrictEqual(said, due.requirements)) return [];
  const claims = new Map(said.map((one) => [one?.requirement?.id, one]));
  const facts = new Map(due.requirements.map((one) => [one.requirement.id, one]));
  const flaws = [...new Set([...claims.keys(), ...facts.keys()])].flatMap((id) => {
    const [claim, fact] = [claims.get(id), facts.get(id)];
    if (isDeepStrictEqual(claim, fact)) return [];
    if (claim === undefined)
      return [`${VERDICT_FILE} passe sous silence ${id}, que les messages disent « ${fact?.outcome} ».`];
    if (fact === undefined) return [`${VERDICT_FILE} parle de ${id}, dont les messages ne disent rien.`];
    if (claim.outcome !== fact.outcome)
      return [`${id} : ${VERDICT_FILE} dit « ${claim.outcome} », les messages disent « ${fact.outcome} ».`];
    return [`${id} : ${VERDICT_FILE} ne dit pas de ses scénarios ce que disent les messages.`];
  });
  return flaws.length > 0 ? flaws : [`${VERDICT_FILE} ne donne pas les exigences dans l’ordre du catalogue.`];
}

function shown(value: unknown): string {
  const text = typeof value === 'string' ? `« ${value} »` : (JSON.stringify(value) ?? 'rien');
  return text.length > 200 ? `${text.slice(0, 200)}…` : text;
}
