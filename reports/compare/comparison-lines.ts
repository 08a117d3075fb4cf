import { count, typeset, wrap } from '../typography.ts';
import { type ComparedRun, MARKS } from './compared-run.ts';
import type { Comparison, Environment, Row } from './comparison.ts';

/** More runs than this are shown by one mark each: their words would not stand on a line. */
const MOST_IN_WORDS = 3;

/** Says a comparison in French, for the terminal: what differs first. */
export function comparisonLines(comparison: Comparison): string[] {
  const { environments, rows } = comparison;
  const differing = rows.filter(({ differs }) => differs);
  return [
    ...environments.flatMap(environmentLines),
    '',
    ...reservations(comparison),
    ...(rows.length === 0
      ? ['Aucune exigence commune : rien n’est comparé.']
      : differing.length === 0
        ? [typeset(`Aucune différence : ${count(rows.length, 'exigence comparée', 'exigences comparées')}.`)]
        : [
            typeset(
              `Différences : ${differing.length} sur ${count(rows.length, 'exigence comparée', 'exigences comparées')}`,
            ),
            ...differing.flatMap((row) => rowLines(row, environments)),
          ]),
    ...steadyLines(rows.filter(({ differs }) => !differs)),
    '',
    ...wrap(legend(), { indent: 2 }),
  ];
}

function environmentLines({ name, url, runs }: Environment): string[] {
  const title = typeset(`${name} (${url}) : ${count(runs.length, 'série')}`);
  if (runs.length > MOST_IN_WORDS) {
    const [first, last] = [runs[0], runs.at(-1)];
    return [title, ...wrap(`du ${dayOf(first)} au ${dayOf(last)}`, { indent: 2 })];
  }
  return [
    title,
    ...runs.flatMap((run) => wrap(`${dayOf(run)} — ${run.label}${versionOf(run)}`, { indent: 2 })),
  ];
}

/** The day of a run, as people write it; the folder's name where it played nothing. */
export function dayOf(run: ComparedRun | undefined): string {
  if (run?.startedAt === undefined) return run?.folder ?? '';
  return new Date(run.startedAt).toLocaleString('fr-FR', {
    dateStyle: 'short',
    timeStyle: 'short',
    timeZone: 'UTC',
  });
}

function versionOf({ version }: ComparedRun): string {
  return version === undefined ? '' : `, version ${version}`;
}

function reservations({ rows, notCommon }: Comparison): string[] {
  const reworded = rows.filter((row) => row.reworded).map(({ id }) => id);
  const said = [
    ...(notCommon.length === 0
      ? []
      : [`Les séries n’ont pas évalué les mêmes exigences ; ne sont pas comparées : ${notCommon.join(' ')}`]),
    ...(reworded.length === 0
      ? []
      : [
          `Les catalogues diffèrent : ces règles n’ont pas partout le même texte, leur issue peut en venir : ${reworded.join(' ')}`,
        ]),
  ];
  return said.length === 0 ? [] : [...said.flatMap((line) => wrap(`⚠ ${line}`)), ''];
}

function rowLines(row: Row, environments: readonly Environment[]): string[] {
  const { id, sentence, outcomes, unstable } = row;
  const runs = environments.reduce((sum, { runs }) => sum + runs.length, 0);
  const shown = runs > MOST_IN_WORDS ? marksOf(row, environments) : outcomes.join(' → ');
  return [
    ...wrap(`${unstable.length > 0 ? '≈' : '≠'} ${id} ${shown}`, { indent: 2, width: 120 }),
    ...wrap(sentence, { indent: 6 }),
    ...unstable.flatMap((said) => wrap(`≈ instable, sans changement de version : ${said}`, { indent: 6 })),
  ];
}

/** One mark for each run, an environment after the other. */
function marksOf({ outcomes }: Row, environments: readonly Environment[]): string {
  const marks = outcomes.map((outcome) => MARKS[outcome]);
  return environments.map(({ runs }) => marks.splice(0, runs.length).join('')).join(' | ');
}

function steadyLines(rows: readonly Row[]): string[] {
  const groups = Map.groupBy(rows, ({ outcomes }) => outcomes[0] ?? 'non jouée');
  return [...groups].flatMap(([outcome, group]) => {
    const ids = outcome === 'conforme' ? '' : ` : ${group.map(({ id }) => id).join(' ')}`;
    return wrap(`Partout ${outcome} : ${count(group.length, 'exigence')}${ids}`);
  });
}

function legend(): string {
  const marks = Object.entries(MARKS).map(
    ([outcome, mark]) => `${mark}\u00a0${outcome.replaceAll(' ', '\u00a0')}`,
  );
  return `${marks.join(' ')} ≈\u00a0instable d’une série à l’autre`;
}
