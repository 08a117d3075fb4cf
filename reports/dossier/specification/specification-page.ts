import { type Html, html, when } from '../../html.ts';
import { pageOf, readAsset } from '../../page.ts';
import { rulesDigest } from '../../power/record.ts';
import { count, printed } from '../../typography.ts';
import type { RunVerdict } from '../../verdict.ts';
import { factList } from '../pages/facts.ts';
import type { Shown } from '../pages/outcomes.ts';
import { ofLevels } from '../pages/scope.ts';
import { readFeature, type WrittenFeature } from '../written-feature.ts';
import { changesBetween } from './changes.ts';
import { changesSection } from './changes-section.ts';
import { glossary } from './glossary.ts';
import { ruleSection } from './rule-section.ts';
import { signaturePage } from './signature-page.ts';
import type { SpecificationOptions, SpecificationSource } from './source.ts';
import { backgroundBlock } from './steps.ts';

const STYLES = [
  readAsset(`${import.meta.dirname}/../pages`, 'outcomes.css'),
  readAsset(import.meta.dirname, 'specification.css'),
];

/**
 * Returns `specification.html`: the features as the document that a product owner reads, bookmarks and signs.
 * @throws Error in French when a feature is no Gherkin
 */
export function specificationPage(
  source: SpecificationSource,
  { since, suite }: SpecificationOptions = {},
): string {
  const features = source.features
    .map(readFeature)
    .toSorted((a, b) => a.name.localeCompare(b.name, 'fr', { numeric: true }));
  const body = html`<a class="skip" href="#contenu">Aller au contenu</a>
<header class="top">
<p class="kicker">Spécification vivante · parcours d’inscription des fournisseurs « Chorus Pro »</p>
<h1>Ce que doit faire le portail</h1>
<p>Chaque règle est jouée telle qu’elle est écrite ici, dans un vrai navigateur. Non homologué par le service public.</p>
</header>
<div class="book">
${contents(features, since !== undefined)}
<main id="contenu" tabindex="-1">
${presentation(source, features, suite)}
${when(since, (earlier) => changesSection(changesBetween(earlier, source), earlier.label))}
${features.map((feature, index) => featureSection(feature, index, source))}
${glossary()}
${signaturePage(source, suite)}
</main>
</div>`;
  return pageOf({ title: titleOf(source), body, styles: STYLES });
}

function titleOf({ verdict }: SpecificationSource): string {
  const what = 'Spécification — parcours d’inscription des fournisseurs';
  return verdict === undefined ? what : `${what} — ${verdict.target.name}`;
}

function contents(features: readonly WrittenFeature[], compared: boolean): Html {
  return html`<nav class="contents" aria-labelledby="sommaire">
<details open>
<summary id="sommaire">Sommaire</summary>
<ol>
<li><a href="#presentation">Présentation</a></li>
${compared ? html`<li><a href="#changements">Ce qui a changé</a></li>` : ''}
${features.map(
  ({ name, rules }, index) => html`<li><a href="#partie-${index}">${printed(name)}</a>
<ol>${rules.map(({ id, sentence }) => html`<li><a href="#${id}"><span class="id">${id}</span> ${printed(sentence)}</a></li>`)}</ol></li>`,
)}
<li><a href="#glossaire">Glossaire</a></li>
<li><a href="#signatures">Page de signature</a></li>
</ol>
</details>
</nav>`;
}

function presentation(
  { catalogue, verdict }: SpecificationSource,
  features: readonly WrittenFeature[],
  suite: string | undefined,
): Html {
  const rules = features.flatMap((feature) => feature.rules);
  const from = (kind: string): string =>
    count(rules.filter(({ provenance }) => provenance.kind === kind).length, 'règle');
  const others = rules.filter(({ provenance }) => provenance.kind === 'autre').length;
  const scenarios = rules.flatMap((rule) => rule.scenarios);
  return html`<section aria-labelledby="presentation">
<h2 id="presentation">Présentation</h2>
${factList([
  ['Règles', `${rules.length}, en ${count(scenarios.length, 'scénario')}`],
  ['Dites par le guide', from('guide')],
  ['Tirées de faits publics', from('fait public')],
  ['Nos lectures du guide', from('lecture')],
  ['D’autres sources', others === 0 ? undefined : from('autre')],
  ['Suite', suite === undefined ? undefined : `Diapason ${suite}`],
  ['Empreinte des règles', html`<code>${rulesDigest(catalogue)}</code>`],
  ['État montré', verdict === undefined ? 'aucun : aucune série n’est jointe' : stateOf(verdict)],
])}
<p class="legend"><span class="provenance from-guide">Le guide le dit</span> <span class="provenance from-fact">Fait public</span> <span class="provenance from-reading">Notre lecture</span></p>
</section>`;
}

function stateOf(verdict: RunVerdict): Html {
  return html`celui de « ${verdict.target.name} » : ${verdict.label}, pour les exigences ${ofLevels(verdict.levels)} (<a href="dossier.html">dossier</a>)`;
}

function featureSection(
  feature: WrittenFeature,
  index: number,
  { catalogue, verdict }: SpecificationSource,
): Html {
  const requirements = new Map(catalogue.requirements.map((requirement) => [requirement.id, requirement]));
  const states = new Map(verdict?.requirements.map(({ requirement, outcome }) => [requirement.id, outcome]));
  const stateOfRule = (id: string): Shown | undefined =>
    verdict === undefined ? undefined : (states.get(id) ?? 'non évaluée');
  return html`<section class="feature" aria-labelledby="partie-${index}">
<h2 id="partie-${index}">${printed(feature.name)}</h2>
${when(feature.description !== '' && feature.description, (text) => html`<p>${printed(text)}</p>`)}
${when(feature.background, (background) => backgroundBlock(background, 'Toutes ses règles partent de là'))}
${feature.rules.map((rule) => ruleSection(rule, requirements.get(rule.id), stateOfRule(rule.id)))}
</section>`;
}
