import { type Case, casesOf } from '../formats/cases.ts';
import type { FormatInput } from '../formats/input.ts';
import { LEVEL_NAMES } from '../names.ts';
import { stepCounts } from '../summary-table.ts';
import { typeset } from '../typography.ts';
import type { RequirementOutcome } from '../verdict.ts';
import { inline } from './markdown.ts';

/** GitHub refuses a job's summary of more than a mebibyte, and shows none of it. */
const MOST_BYTES = 1_000_000;

/** What is told one by one, the worst first; the rest is in the table. */
const TOLD: readonly RequirementOutcome[] = [
  'non conforme',
  'erreur du banc',
  'instable',
  'non vérifiable',
  'réserve',
];

/** Writes what a job's page shows, in Markdown: the verdict, a table by step, what was found. */
export function jobSummary(input: FormatInput, baseline: readonly string[] = []): string {
  const { verdict } = input;
  const cases = casesOf(verdict);
  const head = [
    `## ${inline(`Diapason — ${verdict.label}`)}`,
    '',
    ...about(input),
    '',
    ...table(input),
    ...(baseline.length === 0 ? [] : ['', ...baseline.map((line) => `- ${inline(line.trim())}`)]),
    ...troubles(input),
  ];
  const found = TOLD.flatMap((outcome) => cases.filter((each) => each.outcome === outcome)).map(finding);
  return fitting(head, found);
}

function about({ verdict, suite, run }: FormatInput): string[] {
  const { target, levels, levelsNotAssessed, partial } = verdict;
  const named = (list: typeof levels): string =>
    list.map((level) => LEVEL_NAMES[level]).join(', ') || 'aucun';
  const version = run.version?.before ?? target.version;
  return [
    `Cible : ${target.name} (${target.url})${version === undefined ? '' : `, version ${version}`}`,
    `Niveaux évalués : ${named(levels)} ; non évalués : ${named(levelsNotAssessed)}`,
    `${suite.name} ${suite.version}, graine ${run.seed}, tirage ${run.nonce}`,
    ...(partial ? ['Une sélection d’exigences ne vaut pas certification.'] : []),
  ].map((line) => `- ${inline(typeset(line))}`);
}

function table({ verdict }: FormatInput): string[] {
  const { titles, rows } = stepCounts(verdict);
  const line = (cells: readonly string[]): string => `| ${cells.map(inline).join(' | ')} |`;
  return [
    line(['Étape', ...titles]),
    `| --- |${titles.map(() => ' ---: |').join('')}`,
    ...rows.map(({ title, counts }) => line([title, ...counts.map((count) => String(count || '·'))])),
  ];
}

function troubles({ verdict: { problems, doubts, interrupted } }: FormatInput): string[] {
  const said = [...problems, ...doubts, ...(interrupted ? ['La campagne n’est pas allée à son terme.'] : [])];
  return said.length === 0 ? [] : ['', '### Le banc', '', ...said.map((sentence) => `- ${inline(sentence)}`)];
}

function finding({ name, outcome, sentences, file, line }: Case): string {
  const where = line === undefined ? file : `${file}:${line}`;
  const said = sentences.map((sentence) => `\n  ${inline(typeset(sentence))}`).join('  ');
  return `- **${inline(outcome)}** — ${inline(typeset(name))} (${inline(where)})${said}`;
}

/** As many findings as fit; how many do not is said. */
function fitting(head: readonly string[], found: readonly string[]): string {
  const lines = [...head, ...(found.length === 0 ? [] : ['', '### Constats', ''])];
  let bytes = Buffer.byteLength(lines.join('\n'));
  for (const [index, each] of found.entries()) {
    bytes += Buffer.byteLength(each) + 1;
    if (bytes > MOST_BYTES)
      return `${[...lines, '', `… et ${found.length - index} autres, dans les rapports.`].join('\n')}\n`;
    lines.push(each);
  }
  return `${lines.join('\n')}\n`;
}
