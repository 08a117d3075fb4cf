import { styleText } from 'node:util';
import { levelNames } from './names.ts';
import { type FindingGroup, findingGroups } from './summary-findings.ts';
import { stepTable } from './summary-table.ts';
import { count, typeset, wrap } from './typography.ts';
import type { RunOutcome, RunVerdict, TargetView } from './verdict.ts';

type Style = Parameters<typeof styleText>[0];
type Paint = (style: Style, text: string) => string;

export interface SummaryOptions {
  /** What the run was: suite, seeds, mailbox, duration… each on a line, in this order. */
  about?: readonly { label: string; value: string }[];
  /** Where the reports are. */
  reports?: readonly { label: string; path: string }[];
  /** What a baseline makes of the run, in lines that follow the verdict. */
  baseline?: readonly string[];
  colour?: boolean;
}

const OUTCOME_STYLES: Readonly<Record<RunOutcome, Style>> = {
  CONFORME: ['bold', 'green'],
  PARTIEL: ['bold', 'cyan'],
  'NON CONFORME': ['bold', 'red'],
  INCOMPLET: ['bold', 'yellow'],
  'ERREUR DU BANC': ['bold', 'magenta'],
};

/** An examination by a machine is no audit: whoever reads the verdict must know it. */
const ACCESSIBILITY =
  'Accessibilité : ce niveau constate ce qu’un navigateur peut voir seul (RGAA 4.1, critères 3.1, 7.1, 7.3, 7.5, 8.3 à ' +
  '8.6, 10.4, 10.7, 10.11, 11.1, 11.10, 11.13, 12.9, et ceux qu’axe touche, nommés dans la pièce jointe à EX-6.01) ; ' +
  'il ne vaut pas audit : la pertinence des textes, des titres et de l’ordre de lecture demande des personnes.';

const RULE = '═'.repeat(60);

/** What the terminal shows at the end of a run, in French, at most 100 columns wide save for long paths. */
export function summaryOf(
  run: RunVerdict,
  { about = [], reports = [], baseline = [], colour = false }: SummaryOptions = {},
): string {
  const paint: Paint = (style, text) => (colour ? styleText(style, text, { validateStream: false }) : text);
  const parts = [
    [
      paint('bold', typeset(`Diapason — ${run.target.name} (${run.target.url})`)),
      ...pairs(about),
      ...declared(run.target),
    ],
    run.requirements.length > 0 ? stepTable(run) : ['  Aucune exigence évaluée.'],
    ...findingGroups(run).map((group) => groupLines(group, paint)),
    problemLines(run, paint),
    verdictLines(run, paint),
    baseline,
    pairs(reports.map(({ label, path }) => ({ label, value: path }))),
  ];
  const shown = parts.filter((lines) => lines.length > 0).map((lines) => lines.join('\n'));
  return `${shown.join('\n\n')}\n`;
}

function pairs(entries: readonly { label: string; value: string }[]): string[] {
  const width = Math.max(0, ...entries.map(({ label }) => label.length));
  return entries.map(({ label, value }) => typeset(`  ${label.padEnd(width)}  ${value}`));
}

/** What a target takes upon itself: whoever reads the verdict must know it first. */
function declared({ lacks, reasons = {}, overrides = [], authorised }: TargetView): string[] {
  const without = lacks.map((thing) => `${thing} (${reasons[thing] ?? 'sans raison donnée'})`);
  const until = authorised?.until.split('-').reverse().join('/');
  return [
    ...(without.length > 0 ? [`Écarté par la cible : ${without.join(' ; ')}`] : []),
    ...(overrides.length > 0 ? [`Fonctions de la cible à la place du pilote : ${overrides.join(', ')}`] : []),
    ...(authorised === undefined ? [] : [`Autorisé par ${authorised.by}, jusqu’au ${until}`]),
  ].flatMap((line) => wrap(line, { indent: 2 }));
}

function groupLines({ outcome, title, lines }: FindingGroup, paint: Paint): string[] {
  const minor = outcome === 'réserve' || outcome === 'non applicable';
  const style: Style = outcome === 'non conforme' ? ['bold', 'red'] : minor ? 'bold' : ['bold', 'yellow'];
  return [paint(style, typeset(title)), ...lines];
}

function problemLines({ problems, doubts, interrupted, strays }: RunVerdict, paint: Paint): string[] {
  const cut = interrupted
    ? ["La campagne n'est pas allée à son terme : ce qui manque n'est pas prouvé."]
    : [];
  const lines = [...problems, ...doubts, ...cut];
  const stray = `Hors catalogue, sans effet sur le verdict : ${strays.join(' · ')}`;
  return [
    ...(lines.length > 0 ? [paint(['bold', 'magenta'], 'Le banc')] : []),
    ...lines.flatMap((line) => wrap(line, { indent: 2 })),
    ...(strays.length > 0 ? wrap(stray, { indent: 2 }) : []),
  ];
}

function verdictLines(run: RunVerdict, paint: Paint): string[] {
  const style = OUTCOME_STYLES[run.outcome];
  return [
    paint(style, RULE),
    paint(style, typeset(`  VERDICT : ${run.label}`)),
    ...wrap(scopeOf(run), { indent: 2 }),
    ...(run.levels.includes('accessible') ? wrap(ACCESSIBILITY, { indent: 2 }) : []),
    ...(run.partial ? wrap("Une sélection d'exigences ne vaut pas certification.", { indent: 2 }) : []),
    paint(style, RULE),
  ];
}

function scopeOf({ requirements, played, levels, levelsNotAssessed }: RunVerdict): string {
  const size = `${count(requirements.length, 'exigence')}, ${count(played, 'scénario joué', 'scénarios joués')}`;
  const assessed = `Niveaux évalués : ${levelNames(levels)}`;
  return `${size}. ${assessed}${levelsNotAssessed.length > 0 ? ` ; non évalués : ${levelNames(levelsNotAssessed)}` : ''}.`;
}
