import type { Requirement } from '../../catalogue.ts';
import { type Html, html, when } from '../../html.ts';
import { conditionName, LEVEL_NAMES } from '../../names.ts';
import { printed } from '../../typography.ts';
import type { RequirementVerdict, ScenarioVerdict } from '../../verdict.ts';
import type { Dossier, Proof } from '../dossier.ts';
import type { Provenance } from '../written-feature.ts';
import { badge, toneOf } from './outcomes.ts';
import { reproduce } from './reproduce.ts';
import { proofList, scenarioItem } from './scenario.ts';

/** A requirement: its sentence, what became of it, where it comes from, its scenarios, and how to play it again. */
export function requirementCard(
  { requirement, outcome, reason, scenarios }: RequirementVerdict,
  dossier: Dossier,
  provenance: Provenance | undefined,
): Html {
  const { id, sentence, level, step, obligation } = requirement;
  const { own, left } = shared(scenarios, id, dossier.evidence);
  return html`<article class="requirement ${toneOf(outcome)}" id="${id}" aria-labelledby="${id}-titre" data-verdict="${outcome}" data-niveau="${level}" data-etape="${step}">
<header>
<h5 id="${id}-titre"><a class="id" href="#${id}">${id}</a> ${printed(sentence)}</h5>
${badge(outcome)}
</header>
<p class="meta">${metaOf(requirement)} · <a href="specification.html#${id}">texte de la règle<span class="unseen"> ${id}</span></a></p>
${when(provenance, ({ text }) => html`<p class="provenance">${printed(text)}</p>`)}
${when(reason, (text) => html`<p class="reason">Écarté par la cible : ${text}</p>`)}
<ul class="scenarios">
${scenarios.map((scenario) => scenarioItem(scenario, { id, proofs: own.get(scenario) ?? [], advice: obligation === 'devrait' }))}
</ul>
${proofList(left)}
<details${isGreen(outcome) ? '' : ' open'}><summary>Reproduire<span class="unseen"> ${id}</span></summary><pre tabindex="0"><code>${reproduce(id, dossier)}</code></pre></details>
</article>`;
}

/** What is not green is what somebody will play again. */
function isGreen(outcome: RequirementVerdict['outcome']): boolean {
  return outcome === 'conforme' || outcome === 'non applicable';
}

function metaOf({ level, obligation, conditions }: Requirement): string {
  return [
    `niveau ${LEVEL_NAMES[level]}`,
    obligation === 'devrait' ? 'conseillée' : 'exigée',
    ...conditions.map(conditionName),
  ].join(' · ');
}

/** Gives each proof of a requirement to one scenario; what belongs to none is kept for the end. */
function shared(scenarios: readonly ScenarioVerdict[], id: string, evidence: readonly Proof[]) {
  const proofs = evidence.filter(({ requirements }) => requirements.includes(id));
  const groups = Map.groupBy(proofs, (proof) =>
    scenarios.find(({ name, plays }) => [name, ...plays.map((play) => play.name)].includes(proof.scenario)),
  );
  const own = new Map(
    [...groups].flatMap(([scenario, group]) => (scenario === undefined ? [] : [[scenario, group] as const])),
  );
  return { own, left: groups.get(undefined) ?? [] };
}
