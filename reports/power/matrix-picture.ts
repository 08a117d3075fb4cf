import { type Html, html } from '../html.ts';
import { MARK_WORDS, markAt } from './marks.ts';
import type { Matrix, Row } from './matrix.ts';
import { WORDS } from './words.ts';

/** Pixels: the side of a cell, and the margins where rows and columns are named. */
const SIDE = 13;
const LEFT = 260;
const TOP = 56;

const MEANING = new Map<string, string>(MARK_WORDS);

/** Draws subjects × requirements, one mark a cell. What it shows is also in the page's table, in words. */
export function matrixPicture({ kind, requirements, rows }: Matrix): Html {
  const width = LEFT + requirements.length * SIDE + 10;
  const height = TOP + rows.length * SIDE + 10;
  return html`<svg role="img" aria-labelledby="image-titre image-sens" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">
<title id="image-titre">Matrice : ${rows.length} ${WORDS[kind].many}, ${requirements.length} exigences</title>
<desc id="image-sens">Une ligne par élément jugé, une colonne par exigence ; le tableau de la page dit la même chose en mots.</desc>
${requirements.map((id, column) => columnName(id, column, height))}
${rows.map((row, rank) => rowOf(row, rank, requirements))}
</svg>`;
}

function columnName(id: string, column: number, height: number): Html {
  const x = xOf(column);
  return html`<path class="rule" d="M${x} ${TOP}V${height - 10}"/><text transform="translate(${x + 3} ${TOP - 6}) rotate(-90)">${id}</text>`;
}

function rowOf({ diagnosis, cells }: Row, rank: number, requirements: readonly string[]): Html {
  const y = TOP + rank * SIDE + SIDE / 2;
  const { id } = diagnosis.subject;
  const marks = cells.map((cell, column) => {
    const mark = markAt(cell, xOf(column), y);
    // Marks by the thousand need no name; those that tell something do.
    if (cell === 'kept' || cell === 'unplayed') return mark;
    return html`<g><title>${id}, ${requirements[column] ?? ''} : ${MEANING.get(cell) ?? ''}</title>${mark}</g>`;
  });
  return html`<text x="${LEFT - 8}" y="${y + 3}" text-anchor="end">${shortened(id)}</text>${marks}`;
}

function xOf(column: number): number {
  return LEFT + column * SIDE + SIDE / 2;
}

/** The margin holds some forty letters; the whole id is in the table. */
function shortened(id: string): string {
  return id.length > 42 ? `${id.slice(0, 41)}…` : id;
}
