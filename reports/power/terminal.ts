import { count, typeset, wrap } from '../typography.ts';
import { type Diagnosis, isRight, type Kind, type Mode, wronglyFailing } from './diagnosis.ts';
import { type Figures, figuresOf, percent, precisionOf } from './figures.ts';
import { outcomeOf } from './outcome.ts';
import { MODE_WORDS, WORDS } from './words.ts';

/** How many of the slowest subjects are named: enough to see where the time goes. */
const SLOWEST = 5;

/** One line a subject, with what was said of those that are not judged rightly. */
export function progressLine(kind: Kind, diagnosis: Diagnosis, done: number, total: number): string {
  const { mark, word, said } = outcomeOf(kind, diagnosis);
  const { id, breaks } = diagnosis.subject;
  const rank = `${String(done).padStart(String(total).length)}/${total}`;
  const name = [breaks, id].filter(Boolean).join(' ');
  const line = typeset(`${rank} ${mark} ${name} : ${word} (${seconds(diagnosis.ms)})`);
  const details = mark === '✗' && said !== '' ? wrap(said, { indent: 6 }) : [];
  return [line, ...details, ''].join('\n');
}

/** What the terminal shows at the end: the figures, the survivors, where the time went. */
export function campaignSummary(kind: Kind, mode: Mode, diagnoses: readonly Diagnosis[]): string {
  const survivors = diagnoses.filter((diagnosis) => !isRight(kind, diagnosis));
  const accused = diagnoses.filter((diagnosis) => mode === 'full' && wronglyFailing(diagnosis).length > 0);
  const slowest = [...diagnoses].sort((a, b) => b.ms - a.ms).slice(0, SLOWEST);
  return [
    '',
    ...figureLines(kind, mode, figuresOf(kind, mode, diagnoses)),
    ...(survivors.length > 0 ? ['', `Restent : ${survivors.length}`] : []),
    ...survivors.flatMap((diagnosis) => survivorLines(kind, diagnosis)),
    ...(kind === 'defects' && accused.length > 0 ? ['', 'Accusées à tort :'] : []),
    ...(kind === 'defects' ? accused : []).flatMap((diagnosis) =>
      wrap(`${diagnosis.subject.id} : ${wronglyFailing(diagnosis).join(', ')}`, { indent: 2 }),
    ),
    ...sparedLines(diagnoses),
    '',
    `Les plus longs : ${slowest.map(({ subject, ms }) => `${subject.id} ${seconds(ms)}`).join(', ')}`,
    '',
  ]
    .map(typeset)
    .join('\n');
}

/** The figures of a campaign, one a line, in French. */
export function figureLines(kind: Kind, mode: Mode, figures: Figures): string[] {
  const { right, total, equivalents, disproved, exact, falseAlarms } = figures;
  const { one, many, right: rightly } = WORDS[kind];
  const share = total === 0 ? '' : ` (${percent(right / total)})`;
  const precision = precisionOf(figures);
  const defects = kind === 'defects' || kind === 'blind';
  const title = defects ? `Puissance, ${MODE_WORDS[mode]} : ` : '';
  return [
    `${title}${count(right, `${one} ${rightly[0]}`, `${many} ${rightly[1]}`)} sur ${total}${share}`,
    ...(equivalents > 0 ? [`Équivalents : ${equivalents}, ${equivalentsSaid(mode, disproved)}`] : []),
    ...(precision === undefined
      ? []
      : [
          `Précision : ${percent(precision)} (${figures.rightly} exigences accusées à raison sur ${figures.failing})`,
        ]),
    ...(exact === undefined ? [] : [`Diagnostics exacts : ${exact} sur ${total}`]),
    ...(falseAlarms === undefined ? [] : [`Fausses alertes : ${falseAlarms}`]),
  ].map(typeset);
}

/** A quick campaign plays the scenarios of the requirement that is broken: of an equivalent, none. */
function equivalentsSaid(mode: Mode, disproved: number): string {
  return mode === 'quick'
    ? 'argumentés et non joués (l’essai complet les joue)'
    : `dont ${disproved} pris tout de même`;
}

/** What was not played again, and why: whoever reads the precision should know. */
function sparedLines(diagnoses: readonly Diagnosis[]): string[] {
  const spared = diagnoses.reduce((sum, diagnosis) => sum + (diagnosis.spared ?? 0), 0);
  if (spared === 0) return [];
  const said = 'le défaut y répond en tout point comme le portail conforme, où ils ont été joués';
  return ['', ...wrap(`Scénarios non rejoués : ${spared} ; ${said}.`, {})];
}

function survivorLines(kind: Kind, diagnosis: Diagnosis): string[] {
  const { subject } = diagnosis;
  return [
    ...wrap(`✗ ${[subject.breaks, subject.id].filter(Boolean).join(' ')} — ${subject.sentence}`, {
      indent: 2,
    }),
    ...wrap(outcomeOf(kind, diagnosis).said, { indent: 6 }),
  ];
}

/** « 3,2 s » */
export function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1).replace('.', ',')} s`;
}
