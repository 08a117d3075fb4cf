import { html, when } from '../../html.ts';
import { pageOf, readAsset } from '../../page.ts';
import type { Dossier } from '../dossier.ts';
import { attentionList } from './attention.ts';
import { conditionsPanel } from './conditions.ts';
import { declaredPanel } from './declared.ts';
import { FILTERS_SCRIPT, filters } from './filters.ts';
import { matrix } from './matrix.ts';
import { momentOf } from './moments.ts';
import { requirementList } from './requirement-list.ts';
import { verdictPanel } from './verdict-panel.ts';

const STYLES = ['outcomes.css', 'dossier.css'].map((name) => readAsset(import.meta.dirname, name));

/**
 * Returns `dossier.html`: what a vendor hands over and an auditor reads. It needs nothing beside itself; the full
 * pictures and mails that it links to are files of its folder.
 */
export function dossierPage(dossier: Dossier): string {
  const { verdict, suite, run } = dossier;
  const { target } = verdict;
  const body = html`<a class="skip" href="#exigences">Aller aux exigences</a>
<header class="top">
<p class="kicker">Dossier de conformité · parcours d’inscription des fournisseurs « Chorus Pro »</p>
<h1>${target.name}${when(target.version, (version) => html` <span class="version">${version}</span>`)}</h1>
<p>${when(target.vendor, (vendor) => html`${vendor} · `)}<code>${target.url}</code> · ${momentOf(run.startedAt)}</p>
</header>
<main>
${verdictPanel(dossier)}
${attentionList(verdict)}
${matrix(dossier)}
<div class="panels">
${conditionsPanel(dossier)}
${declaredPanel(dossier)}
</div>
<section aria-labelledby="exigences">
<h2 id="exigences" tabindex="-1">Exigences, étape par étape</h2>
${filters(verdict)}
${requirementList(dossier)}
</section>
</main>
<footer>
<p>Écrit par ${suite.name} ${suite.version}. La spécification complète est dans <a href="specification.html">specification.html</a>. <code>npx diapason verify</code>, dans ce dossier, recalcule le verdict, vérifie chaque fichier et dit qui a signé depuis.</p>
</footer>`;
  return pageOf({
    title: `${verdict.label} — ${target.name} — dossier de conformité`,
    body,
    styles: STYLES,
    script: FILTERS_SCRIPT,
  });
}
