import type { Requirement } from '../../catalogue.ts';
import { type Html, html, when } from '../../html.ts';
import { stepName } from '../../names.ts';
import { count, printed } from '../../typography.ts';
import type { Dossier } from '../dossier.ts';
import { mark, markPath, OUTCOMES, type Shown, saidOf, toneOf, wordOf } from './outcomes.ts';

/** Pixels: a cell and what lies around it, so that eight of them hold in a phone's width. */
const CELL = { width: 42, height: 40, gap: 4, perRow: 8 } as const;

/** A requirement and what became of it. */
interface Cell {
  readonly requirement: Requirement;
  readonly outcome: Shown;
}

/** Draws every requirement of the catalogue, step by step: each cell leads to its requirement. */
export function matrix({ verdict, catalogue }: Dossier): Html {
  const outcomes = new Map<string, Shown>(
    verdict.requirements.map(({ requirement, outcome }) => [requirement.id, outcome]),
  );
  const cells = catalogue.requirements.map(
    (requirement): Cell => ({ requirement, outcome: outcomes.get(requirement.id) ?? 'non évaluée' }),
  );
  const steps = [...Map.groupBy(cells, ({ requirement }) => requirement.step)].sort(([a], [b]) => a - b);
  return html`<section aria-labelledby="matrice" class="matrix">
<h2 id="matrice">Toutes les exigences</h2>
<p><a class="past" href="#exigences">Passer l’image : les exigences sont aussi écrites plus bas</a></p>
${legend(cells)}
<div class="steps">
${steps.map(([step, group]) => stepPicture(step, group))}
</div>
</section>`;
}

function legend(cells: readonly Cell[]): Html {
  const groups = Map.groupBy(cells, ({ outcome }) => outcome);
  return html`<ul class="legend">
${OUTCOMES.map((outcome) => when(groups.get(outcome), ({ length }) => html`<li class="${toneOf(outcome)}"><span class="key${outcome === 'non évaluée' ? ' empty' : ''}">${mark(outcome)}</span>${length} ${saidOf(outcome, length)}</li>`))}
</ul>`;
}

function stepPicture(step: number, cells: readonly Cell[]): Html {
  const rows = Math.ceil(cells.length / CELL.perRow);
  const width = CELL.perRow * (CELL.width + CELL.gap);
  const height = rows * (CELL.height + CELL.gap);
  const title = `${stepName(step)} : ${count(cells.length, 'exigence')}`;
  return html`<figure>
<figcaption><a href="#etape-${step}">${stepName(step)}</a> <span class="few">${count(cells.length, 'exigence')}</span></figcaption>
<svg role="group" aria-label="${title}" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">
${cells.map(cellPicture)}
</svg>
</figure>`;
}

function cellPicture({ requirement: { id, sentence }, outcome }: Cell, index: number): Html {
  const x = (index % CELL.perRow) * (CELL.width + CELL.gap) + CELL.gap / 2;
  const y = Math.floor(index / CELL.perRow) * (CELL.height + CELL.gap) + CELL.gap / 2;
  const name = `${id}, ${wordOf(outcome)} : ${printed(sentence)}`;
  return html`<a class="cell ${toneOf(outcome)}${outcome === 'non évaluée' ? ' empty' : ''}" href="#${id}" aria-label="${name}"><title>${name}</title><rect x="${x}" y="${y}" width="${CELL.width}" height="${CELL.height}" rx="5"/><text x="${x + CELL.width / 2}" y="${y + 15}" text-anchor="middle">${id.slice(3)}</text><path transform="translate(${x + CELL.width / 2 - 8} ${y + 20})" d="${markPath(outcome)}"/></a>`;
}
