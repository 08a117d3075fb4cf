import { withoutId } from './finding-sentence.ts';
import { worstOf } from './scenario-verdict.ts';
import { wrap } from './typography.ts';
import type { RequirementOutcome, RequirementVerdict, RunVerdict, ScenarioVerdict } from './verdict.ts';

export interface FindingGroup {
  outcome: RequirementOutcome;
  title: string;
  lines: string[];
}

/** From what must be acted on first to what is only good to know. */
const TITLES: readonly [RequirementOutcome, string][] = [
  ['non conforme', 'Non conformes'],
  ['erreur du banc', 'Erreurs du banc (le portail n’est pas en cause tant qu’elles durent)'],
  ['instable', 'Instables (deux passages se contredisent)'],
  ['non vérifiable', 'Non vérifiables'],
  ['non jouée', 'Non jouées'],
  ['réserve', 'Réserves (conseils, sans effet sur le verdict)'],
  ['non applicable', 'Sans objet pour cette cible'],
];

/** What is to be said of every requirement that is not green. */
export function findingGroups({ requirements }: RunVerdict): FindingGroup[] {
  const groups = Map.groupBy(requirements, ({ outcome }) => outcome);
  return TITLES.flatMap(([outcome, title]) => {
    const group = groups.get(outcome);
    return group ? [{ outcome, title: `${title} : ${group.length}`, lines: linesOf(outcome, group) }] : [];
  });
}

function linesOf(outcome: RequirementOutcome, group: RequirementVerdict[]): string[] {
  if (outcome === 'non jouée') return unplayedLines(group);
  return group.flatMap(outcome === 'non applicable' ? waivedLines : requirementLines);
}

/** A killed run, or a part of the suite, leaves dozens of these: the ids of those of which nothing was played suffice. */
function unplayedLines(group: RequirementVerdict[]): string[] {
  const isWhole = ({ scenarios }: RequirementVerdict): boolean => scenarios.every(isUnplayed);
  const ids = group.filter(isWhole).map(({ requirement }) => requirement.id);
  return [
    ...group.filter((each) => !isWhole(each)).flatMap(requirementLines),
    ...wrap(ids.join(' '), { indent: 2 }),
  ];
}

function isUnplayed({ plays }: ScenarioVerdict): boolean {
  return plays.length === 0;
}

function waivedLines({ requirement, reason = '' }: RequirementVerdict): string[] {
  return wrap(`${requirement.id} — ${requirement.sentence} (${reason})`, { indent: 2 });
}

function requirementLines({ requirement, scenarios }: RequirementVerdict): string[] {
  // The worst first: it is what the requirement is listed for.
  const failing = scenarios.filter(({ outcome }) => outcome !== 'conforme').sort(byWorst);
  return [
    ...wrap(`${requirement.id} — ${requirement.sentence}`, { indent: 2 }),
    ...failing.flatMap((scenario) => scenarioLines(scenario, requirement.id)),
  ];
}

function byWorst(a: ScenarioVerdict, b: ScenarioVerdict): number {
  if (a.outcome === b.outcome) return 0;
  return worstOf([a.outcome, b.outcome]) === a.outcome ? -1 : 1;
}

function scenarioLines({ name, sentences, outcome, proof, plays }: ScenarioVerdict, id: string): string[] {
  const said = sentences.map((sentence) => withoutId(sentence, id));
  // A finding says what was done and seen; the scenario says why it matters. What was not played names itself.
  const context = plays.length === 0 ? [] : [`Scénario « ${name} », ${outcome} :`];
  return [
    ...[...context, ...said].flatMap((line) => wrap(line, { indent: 6 })),
    ...(proof ? wrap(`Preuve : ${proof}`, { indent: 6 }) : []),
  ];
}
