import { LEVELS } from '../../catalogue.ts';
import { type Html, html, when } from '../../html.ts';
import { LEVEL_NAMES } from '../../names.ts';
import { rulesDigest } from '../../power/record.ts';
import { count } from '../../typography.ts';
import type { SpecificationSource } from './source.ts';

const SIGNATORIES = ['Maîtrise d’ouvrage', 'Éditeur du portail', 'Recette ou laboratoire'] as const;

/** The page that is printed and signed: what is agreed upon, by its digest, and by whom. */
export function signaturePage({ catalogue, verdict }: SpecificationSource, suite: string | undefined): Html {
  const totals = LEVELS.map(
    (level) => [level, catalogue.requirements.filter((each) => each.level === level).length] as const,
  );
  return html`<section class="signature" aria-labelledby="signatures">
<h2 id="signatures">Page de signature</h2>
<p>Les soussignés ont lu les ${count(catalogue.requirements.length, 'règle')} de cette spécification (${totals
    .filter(([, total]) => total > 0)
    .map(([level, total]) => `${LEVEL_NAMES[level]} : ${total}`)
    .join(
      ', ',
    )}) et reconnaissent en elles ce que doit faire ${verdict === undefined ? html`le portail <span class="blank"></span>` : html`le portail « ${verdict.target.name} »`}.</p>
<p>Empreinte SHA-256 des règles : <code>${rulesDigest(catalogue)}</code>${when(suite, (version) => html` (Diapason ${version})`)}. Toute règle changée d’un mot en donne une autre.</p>
<table>
<thead><tr><th scope="col">Pour</th><th scope="col">Nom et fonction</th><th scope="col">Date</th><th scope="col">Signature</th></tr></thead>
<tbody>
${SIGNATORIES.map((who) => html`<tr><th scope="row">${who}</th><td></td><td></td><td></td></tr>`)}
</tbody></table>
<p class="few">Réserves ou règles exclues de l’accord :</p>
<div class="lines"></div>
</section>`;
}
