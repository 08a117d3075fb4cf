import { type EntryReport, mustBeAlone } from '../../support/doctor/diagnosis.ts';
import type { Thing } from '../../support/doctor/in-page/inventory.ts';
import { normalise } from '../../support/portal/in-page/normalise.ts';

/** How an entry stands: found, guessed, not found, or rightly absent. */
export type Standing = 'found' | 'guessed' | 'absent' | 'waived';

const NOUNS: Readonly<Record<Thing['kind'], string>> = {
  field: 'le champ',
  choice: 'le choix',
  button: 'le bouton',
  link: 'le lien',
  text: 'le texte',
};

const BY: Readonly<Record<Thing['source'], string>> = {
  'aria-labelledby': 'aria-labelledby',
  'aria-label': 'aria-label',
  label: 'son étiquette (label)',
  texte: 'son texte',
  titre: 'un titre',
  title: 'son attribut title',
  placeholder: 'son placeholder seulement, qui s’efface à la saisie (une faute pour les exigences EX-6)',
  paire: 'une paire de réponses, OUI et NON',
};

/** Longer, a label is cut: the page is there to be read. */
const LONGEST = 60;

/** Says how an entry stands, knowing what `without` waives. */
export function standingOf(
  { found, guess, sought }: EntryReport,
  without: Readonly<Record<string, string>>,
): Standing {
  if (sought.unless !== undefined && without[sought.unless] !== undefined) return 'waived';
  if (guess !== undefined) return 'guessed';
  if (found.length === 1 || (found.length > 1 && !mustBeAlone(sought))) return 'found';
  return sought.maybe !== undefined && found.length === 0 ? 'waived' : 'absent';
}

const MARKS: Readonly<Record<Standing, string>> = { found: '✓', guessed: '≈', absent: '✗', waived: '·' };

/** Returns the line of one entry: how it was found, what was taken for it, or what is nearest. */
export function entryLine(report: EntryReport, without: Readonly<Record<string, string>>): string {
  const standing = standingOf(report, without);
  return `${MARKS[standing]} ${report.place}.${report.entry} : ${SENTENCES[standing](report, without)}`;
}

const SENTENCES: Readonly<
  Record<Standing, (report: EntryReport, without: Readonly<Record<string, string>>) => string>
> = {
  found: foundSentence,
  guessed: ({ name, guess, found }) =>
    guess === undefined
      ? ''
      : `${found.length > 0 ? `plusieurs répondent à « ${name} »` : `« ${name} » introuvable`} ; pris à sa place : ${named(guess.thing)}, par ${guess.by}`,
  absent: absentSentence,
  waived: ({ name, found, sought: { maybe, unless = '' } }, without) => {
    const reason = without[unless];
    if (reason === undefined) return `« ${name} » n’est pas sur cette page ; ${maybe}`;
    return `« ${name} » ${found.length > 0 ? 'est là, et' : 'absent ;'} la cible le dit sans objet (« ${unless} » : ${reason})`;
  },
};

function foundSentence({ name, found }: EntryReport): string {
  const [thing] = found;
  if (thing === undefined) return '';
  const isOther = thing.source !== 'paire' && normalise(thing.label) !== normalise(name);
  return `« ${name} »${isOther ? `, ${named(thing)},` : ''} par ${BY[thing.source]}`;
}

function absentSentence({ name, found, candidates }: EntryReport): string {
  if (found.length > 1)
    return `${found.length} répondent à « ${name} » : ${found.map(placed).join(', ')}. Donnez le nom entier, ou « nom @ section »`;
  if (candidates.length === 0) return `« ${name} » introuvable, et rien n’en approche`;
  const nearest = candidates.map(({ thing, by }) => `${named(thing)} (${by})`);
  return `« ${name} » introuvable. Au plus près : ${nearest.join(', ')}`;
}

function named({ kind, label }: Thing): string {
  return `${NOUNS[kind]} « ${cut(label)} »`;
}

function placed(thing: Thing): string {
  return `${named(thing)}${thing.section === '' ? '' : ` (section « ${cut(thing.section)} »)`}`;
}

function cut(text: string): string {
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 1).trimEnd()}…`;
}
