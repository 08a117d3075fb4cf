import { type Html, html, when } from '../../html.ts';
import { count } from '../../typography.ts';
import type { Dossier } from '../dossier.ts';
import { readFeature } from '../written-feature.ts';
import { dayOf } from './moments.ts';

/** What whoever reads the verdict must know first: what the target takes upon itself, and what is our reading. */
export function declaredPanel(dossier: Dossier): Html {
  const { target } = dossier.verdict;
  return html`<section class="panel" aria-labelledby="declare">
<h2 id="declare">À savoir en lisant ce verdict</h2>
<h3>Écarté par la cible</h3>
${waived(dossier)}
<h3>Fonctions de la cible à la place du pilote</h3>
${
  target.overrides?.length
    ? html`<p>${target.overrides.map((name) => html`<code>${name}</code>`)}. Une fonction remplit, ouvre ou lit ; aucune ne juge.</p>`
    : html`<p>Aucune.</p>`
}
${when(target.authorised, ({ by, until }) => html`<h3>Autorisation d’y créer des comptes</h3><p>Donnée par ${by}, jusqu’au ${dayOf(until)}.</p>`)}
<h3>Interprétations</h3>
${readings(dossier)}
</section>`;
}

function waived({ verdict: { target }, catalogue }: Dossier): Html {
  if (target.lacks.length === 0) return html`<p>Rien : la cible a tout ce dont les exigences parlent.</p>`;
  const idsOf = (name: string) =>
    catalogue.requirements.filter(({ conditions }) => conditions.includes(`si-${name}`)).map(({ id }) => id);
  return html`<ul>
${target.lacks.map((name) => html`<li><strong>${name}</strong> : ${target.reasons?.[name] ?? 'sans raison donnée'}${when(idsOf(name).length > 0 && idsOf(name), (ids) => html` <span class="ids">(${links(ids)})</span>`)}</li>`)}
</ul>`;
}

/** Rules that the guide does not say in so many words: who contests one contests our reading, not the guide. */
function readings({ features, catalogue }: Dossier): Html {
  const known = new Set(catalogue.requirements.map(({ id }) => id));
  const ids = features
    .map(readFeature)
    .flatMap(({ rules }) => rules)
    .filter(({ id, provenance }) => provenance.kind === 'lecture' && known.has(id))
    .map(({ id }) => id)
    .sort();
  if (ids.length === 0) return html`<p>Aucune règle n’est dite notre lecture du guide.</p>`;
  return html`<p>${count(ids.length, 'règle est', 'règles sont')} notre lecture du guide, non ses mots : <span class="ids">${links(ids)}</span></p>`;
}

function links(ids: readonly string[]): Html[] {
  return ids.map((id, index) => html`<a href="#${id}">${id}</a>${index < ids.length - 1 ? ',' : ''}`);
}
