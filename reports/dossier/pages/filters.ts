import { LEVELS } from '../../catalogue.ts';
import { type Html, html, when } from '../../html.ts';
import { LEVEL_NAMES, stepName } from '../../names.ts';
import { readAsset } from '../../page.ts';
import { count } from '../../typography.ts';
import type { RunVerdict } from '../../verdict.ts';
import { mark, OUTCOMES, toneOf, wordOf } from './outcomes.ts';

/** What makes the filters work; without it they stay hidden, and every requirement is shown. */
export const FILTERS_SCRIPT = readAsset(import.meta.dirname, 'filters.client.js');

/** Something to tick: the attribute it looks at, its value, how it is called. */
interface Box {
  readonly name: 'verdict' | 'niveau' | 'etape';
  readonly value: string;
  readonly label: Html;
  readonly tone?: string;
}

/** A box to tick for each verdict, level and step that there is, and a text to look for. */
export function filters({ requirements }: RunVerdict): Html {
  const boxes = [
    ...OUTCOMES.map(
      (value): Box => ({
        name: 'verdict',
        value,
        label: html`${mark(value)}${wordOf(value)}`,
        tone: toneOf(value),
      }),
    ),
    ...LEVELS.map((value): Box => ({ name: 'niveau', value, label: html`${LEVEL_NAMES[value]}` })),
    ...[...new Set(requirements.map(({ requirement }) => requirement.step))]
      .sort((a, b) => a - b)
      .map((step): Box => ({ name: 'etape', value: String(step), label: html`${stepName(step)}` })),
  ];
  const totals = new Map(boxes.map((box) => [box, totalOf(requirements, box)]));
  const choice = (legend: string, wanted: Box['name']): Html => html`<fieldset>
<legend>${legend}</legend>
${boxes.filter((box) => box.name === wanted && totals.get(box)).map((box) => boxOf(box, totals.get(box) ?? 0))}
</fieldset>`;
  return html`<form class="filters" id="filtres" role="search" aria-label="Filtrer les exigences" hidden>
${choice('Verdict', 'verdict')}
${choice('Niveau', 'niveau')}
${choice('Étape', 'etape')}
<p class="find"><label for="texte">Texte</label> <input type="search" id="texte" name="texte" autocomplete="off"></p>
<p class="rest"><output id="reste" aria-live="polite">${count(requirements.length, 'exigence')}</output> <button type="button" id="tout">Tout montrer</button></p>
</form>`;
}

function totalOf(requirements: RunVerdict['requirements'], { name, value }: Box): number {
  return requirements.filter(({ outcome, requirement: { level, step } }) => {
    return { verdict: outcome, niveau: level, etape: String(step) }[name] === value;
  }).length;
}

function boxOf({ name, value, label, tone }: Box, total: number): Html {
  return html`<label class="box${when(tone, (text) => html` ${text}`)}"><input type="checkbox" name="${name}" value="${value}"><span>${label} <span class="few">${total}</span></span></label>`;
}
