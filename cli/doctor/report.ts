import { extname } from 'node:path';
import { count, wrap } from '../../reports/typography.ts';
import { NOT_SENT } from '../../support/doctor/sought.ts';
import type { Remark, Stage } from '../../support/doctor/told.ts';
import { shownPath } from '../root.ts';
import { entryLine, standingOf } from './entry-line.ts';
import type { Examination } from './examination.ts';
import { lexiconLines } from './lexicon-lines.ts';

const ABOUT: Readonly<Record<Remark['about'], string>> = {
  courriel: 'courriel',
  insee: 'INSEE',
  without: 'without',
  parcours: 'espaces',
  captcha: 'captcha',
  password: 'mot de passe',
};

/** What is to be mended, by kind. */
export interface Faults {
  readonly guessed: number;
  readonly absent: number;
  readonly others: number;
  readonly stopped: boolean;
}

/** Counts what is to be mended. */
export function faultsOf({ told, claims, target: { without } }: Examination): Faults {
  const standings = told.stages.flatMap(({ reports }) =>
    reports.map((report) => standingOf(report, without)),
  );
  return {
    guessed: standings.filter((standing) => standing === 'guessed').length,
    absent: standings.filter((standing) => standing === 'absent').length,
    others: [...told.remarks, ...claims].filter(({ isFault }) => isFault).length,
    stopped: told.stopped !== undefined,
  };
}

/** Says whether nothing is to be mended. */
export function isSound({ guessed, absent, others, stopped }: Faults): boolean {
  return guessed + absent + others === 0 && !stopped;
}

/** Returns all that a journey tells, stage by stage, then what it means for the target file and for a run. */
export function reportOf(examination: Examination): string {
  const { target, url, person, told } = examination;
  return [
    ...wrap(`Diagnostic de « ${target.name} » (${url})`),
    ...wrap(`Inscrit pour l’occasion : ${person.email}, SIRET ${person.siret}`),
    ...told.stages.flatMap((stage) => ['', ...stageLines(stage, target.without)]),
    ...(told.stopped === undefined ? [] : ['', ...wrap(`✗ Le parcours s’arrête là : ${told.stopped}.`)]),
    ...consequences(examination),
    '',
    ...wrap(conclusionOf(examination)),
  ].join('\n');
}

/** Returns what remains to be mended, once the target file has been corrected. */
export function remainderOf(examination: Examination): string {
  const { target, told, claims } = examination;
  const entries = told.stages.flatMap(({ title, reports }) =>
    reports
      .filter((report) => ['guessed', 'absent'].includes(standingOf(report, target.without)))
      .flatMap((report) => item(`${entryLine(report, target.without)} [${title}]`)),
  );
  const remarks = [...told.remarks, ...claims].filter(({ isFault }) => isFault).flatMap(remarkLines);
  const stopped = told.stopped === undefined ? [] : wrap(`✗ Le parcours s’arrête là : ${told.stopped}.`);
  const left = [...entries, ...remarks, ...stopped];
  return [...left, ...(left.length > 0 ? [''] : []), ...wrap(conclusionOf(examination))].join('\n');
}

function stageLines({ title, sights, reports }: Stage, without: Readonly<Record<string, string>>): string[] {
  return [
    title,
    ...sights.flatMap(({ shown, picture }) => wrap(`${shown} → ${shownPath(picture)}`, { indent: 2 })),
    ...reports.flatMap((report) => item(entryLine(report, without))),
  ];
}

function consequences(examination: Examination): string[] {
  const { told, claims, waived, outOfReach, learnt } = examination;
  return [
    ...section('Autour des mots', told.remarks.flatMap(remarkLines)),
    ...section('Ce que la cible dit ne pas avoir (« without »)', claims.flatMap(remarkLines)),
    ...section(
      'Exigences sans objet',
      [...waived].flatMap(([reason, ids]) => item(`· ${ids.join(', ')} : ${reason}`)),
    ),
    ...section(
      'Exigences non vérifiables avec ce que la cible déclare',
      outOfReach.flatMap(({ requirements, means, remedy }) =>
        item(`· ${requirements.join(', ')} : il manque ${means}. ${remedy}`),
      ),
    ),
    ...section(
      `À écrire dans le fichier cible${isFixable(examination) ? ' (« --fix » l’écrit)' : ''}`,
      learnt.length === 0 ? [] : lexiconLines(learnt).map((line) => `  ${line}`),
    ),
  ];
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', title, ...lines];
}

function remarkLines({ about, isFault, sentence }: Remark): string[] {
  return item(`${isFault ? '✗' : '✓'} ${ABOUT[about]} : ${sentence}`);
}

function item(text: string): string[] {
  const [first = '', ...others] = wrap(text, { indent: 2 });
  return [first, ...others.map((line) => `  ${line}`)];
}

function conclusionOf(examination: Examination): string {
  const faults = faultsOf(examination);
  if (isSound(faults))
    return `${soundSentence(examination)} Jouez la suite : « npx diapason run${fileOption(examination)} ».`;
  const { guessed, absent, others, stopped } = faults;
  const parts = [
    ...(guessed > 0 ? [`${count(guessed, 'nom à écrire', 'noms à écrire')} dans le fichier cible`] : []),
    ...(absent > 0 ? [count(absent, 'introuvable')] : []),
    ...(others > 0 ? [`${count(others, 'autre point à reprendre', 'autres points à reprendre')}`] : []),
    ...(stopped ? ['un parcours qui n’est pas allé au bout'] : []),
  ];
  return `À reprendre : ${parts.join(', ')}.`;
}

/** What shows only after a send that no journey makes is not known to be there: a run will tell. */
function soundSentence({ told, target: { without } }: Examination): string {
  const reports = told.stages.flatMap((stage) => stage.reports);
  const seen = reports
    .filter((report) => ['found', 'guessed'].includes(standingOf(report, without)))
    .map(({ place, entry }) => `${place}.${entry}`);
  const unseen = reports
    .filter((report) => report.sought.maybe === NOT_SENT && standingOf(report, without) === 'waived')
    .map(({ place, entry }) => `${place}.${entry}`)
    .filter((key) => !seen.includes(key));
  if (unseen.length === 0) return 'Tout est trouvé.';
  const list = [...new Set(unseen)].join(', ');
  return `Tout est trouvé, hors ce que ce diagnostic n’a pas fait paraître (${list}) : si la suite ne le trouve pas, donnez-en les mots dans « lexicon ».`;
}

/** A program is not rewritten, and the embedded portal has no file. */
function isFixable({ file }: Examination): boolean {
  return file !== undefined && extname(file) === '.json';
}

function fileOption({ file }: Examination): string {
  return file === undefined ? '' : ` --target ${shownPath(file)}`;
}
