import { count, wrap } from '../typography.ts';
import type { AgainstBaseline, Dated, Known } from './baseline.ts';

/** Says in French what a baseline makes of a run, after the verdict, which it does not change. */
export function baselineLines(file: string, judged: AgainstBaseline): string[] {
  const { remaining, unknown, changed, healed, ended, unassessed, obstacles, code } = judged;
  const lines = [
    ...listed('Nouvelle, absente de la référence', unknown, (each) => [
      `${each.requirement.id} (${each.outcome})`,
    ]),
    ...listed('Autre que dans la référence', changed, ({ known, now }) => [
      `${known.requirement} : ${now}, et non ${known.outcome} (${owned(known)})`,
    ]),
    ...listed('Guérie, à retirer du fichier', healed, (known) => [`${known.requirement} (${owned(known)})`]),
    ...listed('Échue : à guérir, ou à redater avec son responsable', ended, (each) => [dayOf(each)]),
    ...listed(
      'Connue, et toujours là',
      remaining.filter(({ days }) => days >= 0),
      (each) => [dayOf(each)],
    ),
    ...listed('Hors de cette série', unassessed, ({ requirement }) => [requirement]),
    ...listed('La série ne conclut pas', obstacles, (sentence) => [sentence]),
  ];
  return [...wrap(`${headline(judged)} (${file}). Code de sortie : ${code}.`, { indent: 2 }), ...lines];
}

function headline({ holds, remaining }: AgainstBaseline): string {
  if (!holds) return 'RÉFÉRENCE CONNUE : rompue';
  const known = count(remaining.length, 'exigence connue', 'exigences connues');
  return `RÉFÉRENCE CONNUE : tenue, ${known} et rien d’autre`;
}

function listed<T>(title: string, items: readonly T[], lineOf: (item: T) => string[]): string[] {
  if (items.length === 0) return [];
  return [
    ...wrap(`${title} :`, { indent: 2 }),
    ...items.flatMap(lineOf).flatMap((line) => wrap(line, { indent: 4 })),
  ];
}

function owned({ owner }: Known): string {
  return `responsable : ${owner}`;
}

function dayOf({ known, days }: Dated): string {
  const { requirement, outcome, owner, until, why } = known;
  const when =
    days < 0 ? `depuis ${count(-days, 'jour')}` : days === 0 ? 'aujourd’hui' : `dans ${count(days, 'jour')}`;
  const reason = why === undefined ? '' : ` — ${why}`;
  return `${requirement} (${outcome}) — ${owner}, jusqu’au ${until.split('-').reverse().join('/')}, ${when}${reason}`;
}
