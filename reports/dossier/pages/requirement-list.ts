import { LEVELS, type Level, type Requirement } from '../../catalogue.ts';
import { type Html, html, when } from '../../html.ts';
import { LEVEL_NAMES, stepName } from '../../names.ts';
import { count, printed } from '../../typography.ts';
import type { RequirementVerdict } from '../../verdict.ts';
import type { Dossier } from '../dossier.ts';
import { readFeature } from '../written-feature.ts';
import { badge } from './outcomes.ts';
import { requirementCard } from './requirement-card.ts';
import { notJudged } from './scope.ts';

/** Every requirement, by step of the guide, then by level; those on which the verdict says nothing end each step. */
export function requirementList(dossier: Dossier): Html {
  const judged = Map.groupBy(dossier.verdict.requirements, ({ requirement }) => requirement.step);
  const left = Map.groupBy(notJudged(dossier.verdict, dossier.catalogue), ({ step }) => step);
  const rules = dossier.features.map(readFeature).flatMap((feature) => feature.rules);
  const provenances = new Map(rules.map(({ id, provenance }) => [id, provenance]));
  const card = (each: RequirementVerdict): Html =>
    requirementCard(each, dossier, provenances.get(each.requirement.id));
  const steps = [...new Set([...judged.keys(), ...left.keys()])].sort((a, b) => a - b);
  return html`${steps.map((step) => stepSection(step, judged.get(step) ?? [], left.get(step) ?? [], card))}`;
}

function stepSection(
  step: number,
  judged: readonly RequirementVerdict[],
  left: readonly Requirement[],
  card: (each: RequirementVerdict) => Html,
): Html {
  const levels = Map.groupBy(judged, ({ requirement }) => requirement.level);
  return html`<section class="step" id="etape-${step}" aria-labelledby="etape-${step}-titre">
<h3 id="etape-${step}-titre">${stepName(step)}</h3>
${LEVELS.map((level) => when(levels.get(level), (group) => levelSection(level, group.map(card))))}
${when(left.length > 0 && left, notJudgedList)}
</section>`;
}

function levelSection(level: Level, cards: readonly Html[]): Html {
  return html`<div class="level">
<h4>Niveau ${LEVEL_NAMES[level]} <span class="few">${count(cards.length, 'exigence')}</span></h4>
${cards}
</div>`;
}

function notJudgedList(left: readonly Requirement[]): Html {
  return html`<div class="left">
<h4>Non évaluées <span class="few">${count(left.length, 'exigence')}</span></h4>
<ul>
${left.map(({ id, sentence, level }) => html`<li id="${id}">${badge('non évaluée')} <span class="id">${id}</span> ${printed(sentence)} <span class="few">niveau ${LEVEL_NAMES[level]}</span></li>`)}
</ul>
</div>`;
}
