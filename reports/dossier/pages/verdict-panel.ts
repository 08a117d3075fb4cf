import type { Catalogue } from '../../catalogue.ts';
import { type Html, html, when } from '../../html.ts';
import { levelNames } from '../../names.ts';
import { count, printed } from '../../typography.ts';
import type { RunVerdict } from '../../verdict.ts';
import type { Dossier } from '../dossier.ts';
import { mark, OUTCOMES, type Shown, saidOf, toneOf, toneOfRun } from './outcomes.ts';
import { meaningOf, notAssessed, ofLevels, standingOf } from './scope.ts';

/** The verdict at a glance: what it is, on what, on whose word, and how many requirements became what. */
export function verdictPanel({ verdict, catalogue, signers }: Dossier): Html {
  const { target } = verdict;
  const doubts = doubtsOf(verdict);
  const left = notAssessed(verdict, catalogue);
  return html`<section class="verdict ${toneOfRun(verdict.outcome)}" aria-labelledby="verdict">
<div>
<p class="kicker">Verdict</p>
<h2 id="verdict">${verdict.label}</h2>
<p class="meaning">${printed(meaningOf(verdict))}</p>
<p class="standing">${standingOf(signers)}. Non homologué par le service public. <a href="signatures.html">Signatures à ce jour</a></p>
</div>
<ul class="scope">
<li><strong>Niveaux évalués</strong> ${levelNames(verdict.levels)}</li>
<li><strong>Niveaux non évalués</strong> ${left.length === 0 ? 'aucun' : left.join(', ')}</li>
<li><strong>Étendue</strong> ${printed(extentOf(verdict, catalogue))}, ${count(verdict.played, 'scénario joué', 'scénarios joués')}</li>
<li><strong>Écarté par la cible</strong> ${target.lacks.join(', ') || 'rien'}${when(target.overrides?.length, (total) => html` ; ${count(total, 'fonction')} à la place du pilote`)} (<a href="#declare">détail</a>)</li>
</ul>
${when(doubts.length > 0 && doubts, (lines) => html`<ul class="doubts">${lines.map((line) => html`<li>${printed(line)}</li>`)}</ul>`)}
${tally(verdict)}
</section>`;
}

/** A selection is told with what it leaves out. */
function extentOf({ requirements, partial, levels }: RunVerdict, catalogue: Catalogue): string {
  const size = count(requirements.length, 'exigence');
  if (!partial) return size;
  const all = catalogue.requirements.filter(({ level }) => levels.includes(level)).length;
  return `une sélection : ${size} sur les ${all} ${ofLevels(levels)}`;
}

/** What broke around the plays, or makes them doubtful: it comes with the verdict. */
function doubtsOf({ problems, doubts, interrupted, strays }: RunVerdict): string[] {
  return [
    ...problems,
    ...doubts,
    ...(interrupted ? ["La campagne n'est pas allée à son terme : ce qui manque n'est pas prouvé."] : []),
    ...(strays.length > 0 ? [`Hors catalogue, sans effet sur le verdict : ${strays.join(' · ')}`] : []),
  ];
}

function tally({ requirements }: RunVerdict): Html {
  const groups = Map.groupBy(requirements, ({ outcome }): Shown => outcome);
  const totals = OUTCOMES.map((outcome) => [outcome, groups.get(outcome)?.length ?? 0] as const);
  return html`<ul class="tally">
${totals
  .filter(([, total]) => total > 0)
  .map(
    ([outcome, total]) =>
      html`<li class="${toneOf(outcome)}">${mark(outcome)}<b>${total}</b> ${saidOf(outcome, total)}</li>`,
  )}
</ul>`;
}
