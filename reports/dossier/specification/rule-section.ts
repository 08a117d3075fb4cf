import type { Requirement } from '../../catalogue.ts';
import { type Html, html, when } from '../../html.ts';
import { conditionName, LEVEL_NAMES } from '../../names.ts';
import { printed } from '../../typography.ts';
import { badge, type Shown, wordOf } from '../pages/outcomes.ts';
import type { Provenance, WrittenRule } from '../written-feature.ts';
import { backgroundBlock, scenarioBlock } from './steps.ts';

/** A rule as a document, with what became of it where there was a run. */
export function ruleSection(
  { id, sentence, provenance, background, scenarios }: WrittenRule,
  requirement: Requirement | undefined,
  state: Shown | undefined,
): Html {
  return html`<article class="rule" id="${id}" aria-labelledby="${id}-titre">
<header>
<h3 id="${id}-titre"><a class="id" href="#${id}">${id}</a> ${printed(sentence)}</h3>
${when(state, (shown) => html`<a class="state" href="dossier.html#${id}" aria-label="${id} : ${wordOf(shown)}, dans le dossier">${badge(shown)}</a>`)}
</header>
${when(requirement, (known) => html`<ul class="tags">${tagsOf(known).map((tag) => html`<li>${tag}</li>`)}</ul>`)}
<p class="provenance from-${KINDS[provenance.kind]}">${printed(provenance.text)}</p>
${when(background, (start) => backgroundBlock(start, 'Ses scénarios partent de là'))}
${scenarios.map(scenarioBlock)}
</article>`;
}

const KINDS: Readonly<Record<Provenance['kind'], string>> = {
  guide: 'guide',
  'fait public': 'fact',
  lecture: 'reading',
  autre: 'other',
};

/** Level, obligation, and what a portal must have for the rule to concern it. */
function tagsOf({ level, obligation, conditions }: Requirement): string[] {
  return [
    `niveau ${LEVEL_NAMES[level]}`,
    obligation === 'devrait' ? 'conseillée' : 'exigée',
    ...conditions.map(conditionName),
  ];
}
