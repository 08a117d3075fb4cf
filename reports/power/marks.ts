import { Html, html } from '../html.ts';
import type { Cell } from './matrix.ts';

/** What each mark of the picture means, from what matters most; a cell without a mark was not played. */
export const MARK_WORDS: readonly (readonly [Exclude<Cell, 'unplayed'>, string])[] = [
  ['caught', 'accusée à raison'],
  ['missed', 'aurait dû accuser, et ne l’a pas fait'],
  ['wrong', 'accusée à tort'],
  ['collateral', 'dégât annoncé'],
  ['unproven', 'non vérifiable, ou erreur du banc'],
  ['kept', 'conforme'],
];

/** Draws a cell's mark around a point: each has a shape of its own, colour only helps. */
export function markAt(cell: Cell, x: number, y: number): Html {
  switch (cell) {
    case 'caught':
      return html`<circle class="caught" cx="${x}" cy="${y}" r="4.5"/>`;
    case 'missed':
      return html`<rect class="missed" x="${x - 4}" y="${y - 4}" width="8" height="8"/>`;
    case 'wrong':
      return html`<path class="wrong" d="M${x - 4} ${y - 4}l8 8m0-8l-8 8"/>`;
    case 'collateral':
      return html`<path class="collateral" d="M${x} ${y - 5}l5 5l-5 5l-5-5z"/>`;
    case 'unproven':
      return html`<path class="unproven" d="M${x - 3} ${y}h6"/>`;
    case 'kept':
      return html`<path class="kept" d="M${x - 1} ${y - 1}h2v2h-2z"/>`;
    case 'unplayed':
      return new Html('');
  }
}
