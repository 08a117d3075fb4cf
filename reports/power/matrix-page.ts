import { type Html, html } from '../html.ts';
import { pageOf } from '../page.ts';
import { typeset } from '../typography.ts';
import { MARK_WORDS, markAt } from './marks.ts';
import type { Matrix, Row } from './matrix.ts';
import { matrixPicture } from './matrix-picture.ts';
import { figureLines } from './terminal.ts';
import { MODE_WORDS, WORDS } from './words.ts';

/** Writes the matrix as a page for people, in French, which needs nothing beside itself. */
export function matrixPage(matrix: Matrix): string {
  const { kind, mode, figures, rows } = matrix;
  const title = `Puissance de Diapason — ${WORDS[kind].many}, ${MODE_WORDS[mode]}`;
  const body = html`<main>
<h1>${title}</h1>
<ul class="figures">
${figureLines(kind, mode, figures).map((line) => html`<li>${line}</li>`)}
</ul>
<h2 id="image">L’image</h2>
<ul class="legend">
${MARK_WORDS.map(([cell, word]) => html`<li><svg width="16" height="16" aria-hidden="true">${markAt(cell, 8, 8)}</svg> ${word}</li>`)}
</ul>
<div class="scroll" tabindex="0" role="region" aria-labelledby="image">${matrixPicture(matrix)}</div>
<h2 id="tableau">Le tableau</h2>
<div class="scroll table" tabindex="0" role="region" aria-labelledby="tableau">
<table>
<caption>${rows.length} ${WORDS[kind].many}, dans l’ordre des exigences</caption>
<thead><tr><th scope="col">Nom</th><th scope="col">Exigence</th><th scope="col">Ce qu’on en voit</th><th scope="col">Issue</th><th scope="col">Diagnostic</th>${mode === 'full' ? html`<th scope="col">Accusées aussi</th>` : ''}</tr></thead>
<tbody>
${rows.map((row) => rowOf(row, matrix))}
</tbody>
</table>
</div>
</main>`;
  return pageOf({ title, body, styles: [STYLE] });
}

function rowOf(row: Row, { mode, requirements }: Matrix): Html {
  const { diagnosis, outcome } = row;
  const { id, breaks = '—', sentence } = diagnosis.subject;
  // A quick campaign asks no other requirement.
  const others = mode === 'full' ? html`<td>${alsoAccusing(row, requirements)}</td>` : '';
  return html`<tr class="${outcome.mark === '✓' ? 'right' : 'not-right'}"><th scope="row">${id}</th><td>${breaks}</td><td>${typeset(sentence)}</td><td class="outcome">${outcome.mark} ${outcome.word}</td><td>${typeset(outcome.said)}</td>${others}</tr>`;
}

function alsoAccusing({ cells }: Row, requirements: readonly string[]): string {
  const others = cells.flatMap((cell, column) => {
    if (cell !== 'wrong' && cell !== 'collateral') return [];
    return [`${requirements[column]} ${cell === 'wrong' ? '(à tort)' : '(annoncée)'}`];
  });
  return others.join(', ');
}

const STYLE = `
main { padding: 1.5rem; }
h1, h2 { margin: 1rem 0; }
ul.figures { font-size: 1.1rem; }
ul.legend { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; }
ul.legend svg { vertical-align: -3px; }
.scroll { border: 1px solid var(--line); }
.scroll.table { max-height: 90vh; }
table { border-collapse: separate; border-spacing: 0; width: 100%; }
caption { text-align: left; padding: .5rem; color: var(--mute); }
th, td { text-align: left; vertical-align: top; padding: .4rem .6rem; border-bottom: 1px solid var(--line); white-space: pre-line; }
thead th { position: sticky; top: 0; background: var(--panel); z-index: 2; }
td:nth-of-type(2) { min-width: 14rem; }
tbody th { min-width: 11rem; position: sticky; left: 0; background: var(--back); z-index: 1; font-weight: 600; }
thead th:first-child { left: 0; z-index: 3; }
td.outcome { white-space: nowrap; font-weight: 600; }
.right .outcome { color: var(--good); } .not-right .outcome { color: var(--bad); }
svg text { font: 10px ui-monospace, monospace; fill: var(--text); }
svg .rule { stroke: var(--line); stroke-width: .5; }
svg .caught { fill: var(--good); }
svg .missed { fill: none; stroke: var(--bad); stroke-width: 2; }
svg .wrong { fill: none; stroke: var(--bad); stroke-width: 2; }
svg .collateral { fill: none; stroke: var(--accent); stroke-width: 1.5; }
svg .unproven { stroke: var(--mute); stroke-width: 1.5; }
svg .kept { fill: var(--mute); }
@media print { .scroll, .scroll.table { overflow: visible; max-height: none; } thead th, tbody th { position: static; } }
`;
