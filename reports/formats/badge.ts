import { makeBadge } from 'badge-maker';
import { LEVEL_NAMES } from '../names.ts';
import type { RunOutcome, RunVerdict } from '../verdict.ts';
import type { FormatInput, WrittenFormat } from './input.ts';

/** White is read on each of these: 4.5 to 1 at least (WCAG 2.1, 1.4.3). */
export const COLOURS: Readonly<Record<RunOutcome, string>> = {
  CONFORME: '#0a6b2d',
  'NON CONFORME': '#b3001b',
  INCOMPLET: '#8a5300',
  'ERREUR DU BANC': '#7a1f7a',
  PARTIEL: '#1f4fa3',
};

export const LABEL_COLOUR = '#444444';

const LABEL = 'Diapason';

/** Writes a badge that needs nothing beside itself; what it says is read aloud too. */
export function badge({ verdict }: FormatInput): WrittenFormat {
  const svg = makeBadge({
    label: LABEL,
    message: messageOf(verdict),
    color: COLOURS[verdict.outcome],
    labelColor: LABEL_COLOUR,
    // Without the others' shades, which take from the contrast.
    style: 'flat-square',
  });
  return { file: 'badge.svg', text: `${svg}\n` };
}

/** Writes what shields.io draws a badge from, for whoever publishes the file: https://shields.io/badges/endpoint-badge */
export function shields({ verdict }: FormatInput): WrittenFormat {
  const endpoint = {
    schemaVersion: 1,
    label: LABEL,
    message: messageOf(verdict),
    color: COLOURS[verdict.outcome].slice(1),
    labelColor: LABEL_COLOUR.slice(1),
    ...(verdict.outcome === 'ERREUR DU BANC' ? { isError: true } : {}),
  };
  return { file: 'badge.json', text: `${JSON.stringify(endpoint, undefined, 2)}\n` };
}

/** A verdict is worth nothing without the levels that it is about. */
function messageOf({ label, levels }: RunVerdict): string {
  return `${label} (${levels.map((level) => LEVEL_NAMES[level]).join(', ')})`;
}
