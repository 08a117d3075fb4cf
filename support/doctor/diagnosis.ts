import { normalise } from '../portal/in-page/normalise.ts';
import { rank } from '../portal/in-page/rank.ts';
import { guideLexicon, type Lexicon, type Place, shownName } from '../target/lexicon.ts';
import { CLUES } from './clues.ts';
import { type Likelihood, likelihood, type Missing } from './guess.ts';
import type { Inventory, Thing } from './in-page/inventory.ts';
import { type Drawn, ownWords, writtenName } from './names.ts';
import { kindsOf, SOUGHT, type Sought } from './sought.ts';

/** A thing of the page that may be what an entry stands for. */
export interface Candidate extends Likelihood {
  readonly thing: Thing;
}

/** What a page shows of one entry of the lexicon. */
export interface EntryReport {
  readonly place: Place;
  readonly entry: string;
  readonly sought: Sought;
  /** As the target's lexicon calls it. */
  readonly name: string;
  readonly found: readonly Thing[];
  /** What was taken for it where it was not found, to go on. */
  readonly guess?: Candidate & { readonly name: string };
  /** The nearest, where it was not found. */
  readonly candidates: readonly Candidate[];
}

/** What a diagnosis is made from. */
export interface Known {
  readonly place: Place;
  readonly entries: readonly string[];
  readonly inventory: Inventory;
  readonly lexicon: Lexicon;
  readonly drawn: Drawn;
  /** Whether what may be absent elsewhere is needed here. */
  readonly areNeeded?: boolean;
}

/** How likely a guess must be to be made, and how much more than any other. */
const ENOUGH = 0.6;
/** The same, for an entry that may rightly be absent. */
const SURE = 0.75;
const MARGIN = 0.1;

/** How many candidates are shown. */
const SHOWN = 3;

/** What the title of a page is likely to say. */
const SAID_BY_TITLE = ['title', 'activated', 'recovered'];

/** Likelihoods of one missing entry, by thing. */
type Row = ReadonlyMap<Thing, Likelihood>;

/** Returns what a page shows of these entries of a place, with a guess where only one thing of the page can be meant. */
export function diagnose(known: Known): EntryReport[] {
  const { inventory, place, entries, areNeeded = false } = known;
  const foundOf = (entry: string): Thing[] =>
    (inventory.matches[entry] ?? []).flatMap((at) => inventory.things[at] ?? []);
  const isFound = (entry: string): boolean => {
    const count = foundOf(entry).length;
    return count === 1 || (count > 1 && !mustBeAlone(soughtOf(place, entry)));
  };
  const missing = entries.filter((entry) => !isFound(entry));
  const claimed = new Set(
    Object.entries(inventory.matches)
      .filter(([entry]) => !missing.includes(entry))
      .flatMap(([, ranks]) => ranks.map((at) => inventory.things[at])),
  );
  // A sentence may say several things.
  const free = inventory.things.filter((thing) => thing.kind === 'text' || !claimed.has(thing));
  // Of several that bear a name, one is meant.
  const amongst = (entry: string): readonly Thing[] => (foundOf(entry).length > 0 ? foundOf(entry) : free);
  const rows = new Map(missing.map((entry) => [entry, rowOf(known, entry, amongst(entry))] as const));
  const guesses = guessed(rows, (entry) =>
    areNeeded || soughtOf(place, entry).maybe === undefined ? ENOUGH : SURE,
  );
  return entries.map((entry) => ({
    place,
    entry,
    sought: areNeeded ? needed(soughtOf(place, entry)) : soughtOf(place, entry),
    name: shownName(namesOf(known.lexicon, place, entry)),
    found: foundOf(entry),
    ...guessIn(known, entry, guesses.get(entry)),
    candidates: nearestIn(rows.get(entry) ?? new Map()),
  }));
}

/** Returns what is looked for by an entry. */
export function soughtOf(place: Place, entry: string): Sought {
  const sought = (SOUGHT[place] as Readonly<Record<string, Sought>>)[entry];
  if (sought === undefined) throw new RangeError(`Entrée inconnue : ${place}.${entry}`);
  return sought;
}

function needed({ maybe: _, ...sought }: Sought): Sought {
  return sought;
}

/** Whether the driver refuses to choose among several of one name. */
export function mustBeAlone({ as }: Sought): boolean {
  return as === 'field' || as === 'choice' || as === 'button';
}

/** Returns the names of an entry. */
export function namesOf(lexicon: Lexicon, place: Place, entry: string): readonly string[] {
  return (lexicon[place] as Readonly<Record<string, readonly string[]>>)[entry] ?? [];
}

function rowOf(known: Known, entry: string, free: readonly Thing[]): Row {
  const sought = soughtOf(known.place, entry);
  const kinds = kindsOf(sought.as);
  const missing = missingOf(known, entry, sought);
  const likely = free
    .filter(({ kind, label }) => kinds.includes(kind) && label !== '')
    .map(
      (thing) =>
        [
          thing,
          sought.as === 'button' ? ofButton(missing, thing, known) : likelihood(missing, thing),
        ] as const,
    )
    .map(
      ([thing, likely]) => [thing, SAID_BY_TITLE.includes(entry) ? ofTitle(likely, thing) : likely] as const,
    );
  return new Map(likely.filter(([, { score }]) => score > 0.2));
}

/** The same thing often bears the same name at every place. */
function missingOf({ lexicon, place }: Known, entry: string, { as }: Sought): Missing {
  const own = [...namesOf(lexicon, place, entry), ...namesOf(guideLexicon, place, entry)];
  const isNamedAlike = as === 'field' || as === 'reading';
  const places = Object.keys(lexicon) as Place[];
  const elsewhere = isNamedAlike ? places.flatMap((other) => namesOf(lexicon, other, entry)) : [];
  const clues = (CLUES[place] as Readonly<Record<string, Missing['clues']>> | undefined)?.[entry];
  return { as, names: [...own, ...elsewhere], clues };
}

/** A form has the button that sends it, whatever its name. */
function ofButton(missing: Missing, thing: Thing, { inventory: { things, matches } }: Known): Likelihood {
  const named = likelihood(missing, thing);
  const holds = (form: number): boolean =>
    things.some((other) => other.form === form && (other.kind === 'field' || other.kind === 'choice'));
  const taken = Object.values(matches).flat();
  const rivals = things.filter(
    (other, at) =>
      other.kind === 'button' &&
      other.form === thing.form &&
      (other.type === 'submit' || thing.type !== 'submit') &&
      !taken.includes(at),
  );
  if (rivals.length !== 1 || !holds(thing.form)) return named;
  const only = thing.form < 0 ? 'le seul bouton parmi les champs' : 'le seul bouton du formulaire';
  return named.score > 0.8 ? named : { score: 0.8, by: only };
}

function ofTitle(named: Likelihood, { type }: Thing): Likelihood {
  return type === 'h1' && named.score < 0.7 ? { score: 0.7, by: 'le titre de la page' } : named;
}

/** Pairs entry and thing while each is the best for the other, by far. */
function guessed(
  rows: ReadonlyMap<string, Row>,
  enoughFor: (entry: string) => number,
): Map<string, Candidate> {
  const guesses = new Map<string, Candidate>();
  for (;;) {
    const taken = new Set([...guesses.values()].map(({ thing }) => thing));
    const left = [...rows].filter(([entry]) => !guesses.has(entry));
    const next = left
      .map(([entry, row]) => [entry, surest(row, taken, enoughFor(entry))] as const)
      .find(
        ([entry, best]) =>
          best !== undefined &&
          isWanted(
            best,
            left.filter(([other]) => other !== entry),
          ),
      );
    if (next?.[1] === undefined) return guesses;
    guesses.set(next[0], next[1]);
  }
}

function surest(row: Row, taken: ReadonlySet<Thing>, enough: number): Candidate | undefined {
  const [best, second] = ranked(row).filter(({ thing }) => !taken.has(thing));
  if (best === undefined || best.score < enough) return undefined;
  const rival = second === undefined || saysTheSame(second, best) ? 0 : second.score;
  return best.score - rival >= MARGIN - 1e-9 ? best : undefined;
}

/** Two texts, or two links, that say the same are one answer; two fields are not. */
function saysTheSame({ thing: one }: Candidate, { thing: other }: Candidate): boolean {
  const isRead = ['text', 'link'].includes(other.kind);
  return isRead && normalise(one.label) === normalise(other.label);
}

/** Whether no other entry that is missing has nearly as good a claim. */
function isWanted({ thing, score }: Candidate, others: ReadonlyArray<readonly [string, Row]>): boolean {
  return others.every(([, row]) => score - (row.get(thing)?.score ?? 0) >= MARGIN - 1e-9);
}

function ranked(row: Row): Candidate[] {
  return [...row].map(([thing, likely]) => ({ thing, ...likely })).sort((a, b) => b.score - a.score);
}

function nearestIn(row: Row): Candidate[] {
  return ranked(row).slice(0, SHOWN);
}

/** A guess, and the name by which the driver will then find that very thing. */
function guessIn(
  known: Known,
  entry: string,
  guess: Candidate | undefined,
): Pick<EntryReport, 'guess'> | undefined {
  if (guess === undefined) return undefined;
  const { thing } = guess;
  const clue = missingOf(known, entry, soughtOf(known.place, entry)).clues?.words;
  const name =
    thing.kind === 'text'
      ? ownWords(thing.label, known.drawn, (words) => clue?.test(words) ?? false)
      : writtenName(thing.label);
  if (normalise(name) === '') return undefined;
  return { guess: { ...guess, name: situated(name, guess.thing, known.inventory) } };
}

/** « Nom @ Section » where another thing of the page answers to that name as well. */
function situated(name: string, thing: Thing, { things }: Inventory): string {
  const fit = (other: Thing): number => rank(normalise(other.label), normalise(name));
  const rivals = things.filter(
    (other) => other !== thing && other.kind === thing.kind && fit(other) >= fit(thing),
  );
  const isTold = thing.kind !== 'text' && rivals.length > 0 && thing.section !== '';
  return isTold ? `${name} @ ${writtenName(thing.section)}` : name;
}
