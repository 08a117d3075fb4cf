import { withoutId } from '../../finding-sentence.ts';
import { type Html, html, when } from '../../html.ts';
import { printed } from '../../typography.ts';
import type { RequirementVerdict, RunVerdict } from '../../verdict.ts';
import { badge, OUTCOMES, saidOf, toneOf } from './outcomes.ts';

/** What a reader must look at first: every requirement that is neither proven nor without object, the worst before. */
export function attentionList({ requirements }: RunVerdict): Html {
  const groups = OUTCOMES.filter((outcome) => outcome !== 'conforme' && outcome !== 'non applicable')
    .map((outcome) => ({ outcome, found: requirements.filter((each) => each.outcome === outcome) }))
    .filter(({ found }) => found.length > 0);
  return when(
    groups.length > 0 && groups,
    (shown) => html`<section aria-labelledby="regarder">
<h2 id="regarder">À regarder d’abord</h2>
${shown.map(({ outcome, found }) =>
  // A run that was cut leaves dozens of them: their names are enough.
  outcome === 'non jouée'
    ? html`<p class="entry ${toneOf(outcome)}">${badge(outcome)} ${found.length} ${saidOf(outcome, found.length)} : ${found.map(({ requirement: { id } }) => html`<a href="#${id}">${id}</a>`)}</p>`
    : html`<ul class="entries">${found.map(entry)}</ul>`,
)}
</section>`,
  );
}

function entry({ requirement: { id, sentence }, outcome, scenarios }: RequirementVerdict): Html {
  const worst = scenarios.find(
    (scenario) => scenario.outcome === (outcome === 'réserve' ? 'non conforme' : outcome),
  );
  const [first] = worst?.sentences ?? [];
  return html`<li class="entry ${toneOf(outcome)}">${badge(outcome)} <a href="#${id}">${id}</a> <strong>${printed(sentence)}</strong>
${when(first, (said) => html`<span class="said">${printed(withoutId(said, id))}</span>`)}</li>`;
}
