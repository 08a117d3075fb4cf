import { type Html, html, when } from '../../html.ts';
import type { RequirementOutcome, RunOutcome } from '../../verdict.ts';

/** What became of a requirement, or that its level was not asked for. */
export type Shown = RequirementOutcome | 'non évaluée';

interface Look {
  /** The class that colours it. */
  readonly tone: 'good' | 'bad' | 'warn' | 'bench' | 'note' | 'mute';
  /** Its mark, on a square of 16: each has a shape of its own, colour only helps. */
  readonly mark: string;
}

/** From what must be acted on first to what is only good to know. */
const LOOKS: Readonly<Record<Shown, Look>> = {
  'non conforme': { tone: 'bad', mark: 'M3.5 3.5l9 9m0-9l-9 9' },
  'erreur du banc': { tone: 'bench', mark: 'M8 2.5L14 13.5H2z' },
  instable: { tone: 'warn', mark: 'M1.5 9.5c2-5 4.3-5 6.5-1.5s4.5 3.5 6.5-1.5' },
  'non vérifiable': { tone: 'warn', mark: 'M5 5.6a3 3 0 1 1 4.4 2.7c-1 .5-1.4 1-1.4 2m0 2.4v1' },
  'non jouée': { tone: 'warn', mark: 'M8 3a5 5 0 1 0 0 10A5 5 0 1 0 8 3' },
  réserve: { tone: 'note', mark: 'M8 2.5v7m0 3v1' },
  conforme: { tone: 'good', mark: 'M2.5 8.5l3.5 4 7.5-9' },
  'non applicable': { tone: 'mute', mark: 'M3 8h10' },
  'non évaluée': { tone: 'mute', mark: '' },
};

/** Every outcome, from what must be acted on first to what is only good to know. */
export const OUTCOMES = Object.keys(LOOKS) as readonly Shown[];

/** How an outcome is said of requirements: one, then several. */
const SAID_OF: Readonly<Record<Shown, readonly [one: string, many: string]>> = {
  'non conforme': ['non conforme', 'non conformes'],
  'erreur du banc': ['en erreur du banc', 'en erreur du banc'],
  instable: ['instable', 'instables'],
  'non vérifiable': ['non vérifiable', 'non vérifiables'],
  'non jouée': ['non jouée', 'non jouées'],
  réserve: ['avec réserve', 'avec réserve'],
  conforme: ['conforme', 'conformes'],
  'non applicable': ['sans objet', 'sans objet'],
  'non évaluée': ['non évaluée', 'non évaluées'],
};

/** Returns how an outcome is said of so many requirements: « conformes ». */
export function saidOf(outcome: Shown, total: number): string {
  return SAID_OF[outcome][total < 2 ? 0 : 1];
}

/** How an outcome is called where it is shown: a portal that lacks the thing is not at fault. */
export function wordOf(outcome: Shown): string {
  return outcome === 'non applicable' ? 'sans objet' : outcome;
}

/** Returns the class that gives an outcome its colour. */
export function toneOf(outcome: Shown): string {
  return `tone-${LOOKS[outcome].tone}`;
}

/** Returns the path of an outcome's mark, on a square of 16. */
export function markPath(outcome: Shown): string {
  return LOOKS[outcome].mark;
}

/** Draws the mark of an outcome, beside the word that says it; what was not assessed has none. */
export function mark(outcome: Shown): Html {
  return when(
    markPath(outcome) !== '' && markPath(outcome),
    (path) =>
      html`<svg class="mark" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true"><path d="${path}"/></svg>`,
  );
}

/** The outcome, in its colour, with its mark. */
export function badge(outcome: Shown): Html {
  return html`<span class="badge ${toneOf(outcome)}">${mark(outcome)}${wordOf(outcome)}</span>`;
}

/** Returns the class that gives the verdict of a run its colour. */
export function toneOfRun(outcome: RunOutcome): string {
  return RUN_TONES[outcome];
}

const RUN_TONES: Readonly<Record<RunOutcome, string>> = {
  CONFORME: 'tone-good',
  PARTIEL: 'tone-note',
  'NON CONFORME': 'tone-bad',
  INCOMPLET: 'tone-warn',
  'ERREUR DU BANC': 'tone-bench',
};
